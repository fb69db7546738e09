/** The loss at both ends of the way and the highest between them; the line goes on a quarter beyond each. */
export function hillOf(losses: Float32Array): {
  readonly first: number;
  readonly last: number;
  readonly top: number;
} {
  const from = Math.round((losses.length - 1) / 6);
  const to = losses.length - 1 - from;
  const top = losses.subarray(from, to + 1).reduce((most, loss) => Math.max(most, loss), 0);
  return { first: losses[from] ?? Number.NaN, last: losses[to] ?? Number.NaN, top };
}
