/** A curve that is thinned out as it grows: at most `capacity` points, evenly strided. */
export interface Series {
  readonly steps: Float64Array;
  readonly values: Float32Array;
}

/** Keeps a curve within a fixed memory. When full, every second point goes and the stride doubles. */
export function createHistory(capacity = 1024): {
  push(step: number, value: number): void;
  snapshot(): Series;
} {
  let stride = 1;
  let steps: number[] = [];
  let values: number[] = [];
  let newest: { step: number; value: number } | undefined;
  return {
    push(step, value) {
      newest = { step, value };
      if (step % stride !== 0) return;
      if (steps.at(-1) === step) {
        values[values.length - 1] = value;
        return;
      }
      steps.push(step);
      values.push(value);
      if (steps.length < capacity) return;
      stride *= 2;
      const kept = steps.map((s) => s % stride === 0);
      steps = steps.filter((_, i) => kept[i]);
      values = values.filter((_, i) => kept[i]);
    },
    snapshot() {
      const tail = newest && newest.step !== steps.at(-1) ? [newest] : [];
      return {
        steps: Float64Array.from([...steps, ...tail.map(({ step }) => step)]),
        values: Float32Array.from([...values, ...tail.map(({ value }) => value)]),
      };
    },
  };
}
