/** Heights from 0 to 1 that stand for costs; what is no number is as high as the highest. */
export function heightsOf(costs: Float32Array, logarithmic: boolean): Float32Array {
  const finite = costs.filter(Number.isFinite);
  const lift = (cost: number): number => (logarithmic ? Math.log(cost + LOG_FLOOR) : cost);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const cost of finite) {
    low = Math.min(low, lift(cost));
    high = Math.max(high, lift(cost));
  }
  const span = high - low || 1;
  return costs.map((cost) => (Number.isFinite(cost) ? (lift(cost) - low) / span : 1));
}

/** Keeps the logarithm of a cost of 0 within the picture. */
const LOG_FLOOR = 1e-3;
