/**
 * The numbers that TensorFlow 1 draws on a CPU: Philox 4x32-10 (Salmon et al. 2011) with the graph's
 * seed as its key, and the operation's own seed, its place in the graph, in the counter.
 */
export interface DrawSeed {
  readonly seed: number;
  /** TensorFlow's seed2: 3 for the first thing drawn in a graph. */
  readonly operation: number;
}

const ROUNDS = 10;
const { fround } = Math;

/** `count` values of `tf.random_normal`: mean 0, deviation 1, in float32 (Box–Muller 1958). */
export function drawNormal(count: number, seed: DrawSeed): number[] {
  return draw(count, seed, ([a, b, c, d]) => [...boxMuller(a, b), ...boxMuller(c, d)]);
}

/** `count` values of `tf.random_uniform`: from 0 up to 1, in float32. */
export function drawUniform(count: number, seed: DrawSeed): number[] {
  return draw(count, seed, (block) => block.map(unit));
}

type Block = readonly [number, number, number, number];

function draw(
  count: number,
  { seed, operation }: DrawSeed,
  read: (block: Block) => number[],
): number[] {
  const values: number[] = [];
  for (let i = 0; values.length < count; i++) values.push(...read(philox(i, operation, seed)));
  return values.slice(0, count);
}

/** One block of four 32-bit numbers. */
function philox(index: number, operation: number, seed: number): Block {
  let [c0, c1, c2, c3] = [index >>> 0, 0, operation >>> 0, 0];
  let [k0, k1] = [seed >>> 0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const [low0, high0] = wideProduct(0xd2511f53, c0);
    const [low1, high1] = wideProduct(0xcd9e8d57, c2);
    [c0, c1, c2, c3] = [(high1 ^ c1 ^ k0) >>> 0, low1, (high0 ^ c3 ^ k1) >>> 0, low0];
    k0 = (k0 + 0x9e3779b9) >>> 0;
    k1 = (k1 + 0xbb67ae85) >>> 0;
  }
  return [c0, c1, c2, c3];
}

/** Low and high half of the 64-bit product of two 32-bit numbers. */
function wideProduct(a: number, b: number): [number, number] {
  const product = BigInt(a) * BigInt(b);
  return [Number(product & 0xffffffffn), Number(product >> 32n)];
}

/** The low 23 bits as the fraction of a float32 in [0, 1). */
const unit = (bits: number): number => (bits & 0x7fffff) / 0x800000;

function boxMuller(a: number, b: number): [number, number] {
  const radius = fround(Math.sqrt(fround(-2 * fround(Math.log(Math.max(unit(a), fround(1e-7)))))));
  const angle = fround(fround(2 * Math.PI) * unit(b));
  return [fround(fround(Math.sin(angle)) * radius), fround(fround(Math.cos(angle)) * radius)];
}
