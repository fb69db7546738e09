/** A curve that is thinned out as it grows: at most `capacity` points, evenly strided. */
export interface Series {
  readonly steps: Float64Array;
  readonly values: Float32Array;
}

/** Keeps a curve within a fixed memory. When full, every second point goes and the stride doubles. */
export function createHistory(capacity = 1024): {
  push(step: number, value: number): void;
  /** A value that ends the curve until the next one comes. */
  end(step: number, value: number): void;
  /** Takes back what lies beyond a step. */
  rewind(step: number): void;
  snapshot(): Series;
  /** The last step that was pushed; −1 before the first. */
  newestStep(): number;
} {
  let stride = 1;
  let steps: number[] = [];
  let values: number[] = [];
  let newestStep = -1;
  let newest = 0;
  function end(step: number, value: number): void {
    newestStep = step;
    newest = value;
  }
  return {
    end,
    push(step, value) {
      end(step, value);
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
    rewind(step) {
      const length = steps.filter((each) => each <= step).length;
      steps.length = length;
      values.length = length;
      if (newestStep > step) end(steps.at(-1) ?? -1, values.at(-1) ?? 0);
    },
    newestStep: () => newestStep,
    snapshot() {
      const hasTail = newestStep >= 0 && newestStep !== steps.at(-1);
      return {
        steps: Float64Array.from(hasTail ? [...steps, newestStep] : steps),
        values: Float32Array.from(hasTail ? [...values, newest] : values),
      };
    },
  };
}
