/** Longest that one measurement takes after it has been warmed up, in ms. */
const BUDGET = 1500;
const WARM_UP = 400;

/** Median time of a task in ms: warmed up, then in blocks long enough for the clock. */
export async function medianTime(
  task: () => unknown,
  { budget = BUDGET, warmUp = WARM_UP } = {},
): Promise<number> {
  const run = async (count: number): Promise<number> => {
    const begun = performance.now();
    for (let i = 0; i < count; i++) {
      const result = task();
      if (result instanceof Promise) await result;
    }
    return performance.now() - begun;
  };
  let block = 1;
  const warm = performance.now() + warmUp;
  do {
    if ((await run(block)) < 5) block *= 2;
  } while (performance.now() < warm);
  const times: number[] = [];
  const until = performance.now() + budget;
  do times.push((await run(block)) / block);
  while (performance.now() < until);
  return median(times);
}

/** The middle of some numbers. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A quantile of some numbers, 0 … 1. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;

/** Slope of log(y) over log(x) by least squares: 1 is linear, 2 quadratic. */
export function growth(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (of: 0 | 1): number => logs.reduce((sum, p) => sum + p[of], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  const along = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return along / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}
