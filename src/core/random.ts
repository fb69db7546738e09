/** A seeded stream of random numbers: the same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Standard normal (Box–Muller 1958). */
  normal(): number;
  /** Uniform integer in [0, limit). */
  integer(limit: number): number;
  /** A uniformly drawn order of 0 … length − 1 (Fisher–Yates). */
  permutation(length: number): Uint32Array;
  /** An independent stream for a named purpose; does not advance this one. */
  fork(purpose: string): Random;
  /** Where the stream is now, to go on from there another time. */
  state(): RandomState;
}

/** A place in a stream of random numbers. */
export interface RandomState {
  readonly seed: number;
  /** The generator's four words. */
  readonly words: readonly [number, number, number, number];
}

/** A new stream from any integer seed. Generator: sfc32 (PractRand), seeded through a 32-bit hash. */
export function createRandom(seed: number): Random {
  return streamFrom(hash(`${seed}`));
}

/** The stream as it was at some place in it. */
export const randomAt = ({ seed, words }: RandomState): Random => streamFrom(seed, words);

function streamFrom(seed: number, words = wordsOf(seed)): Random {
  const { next, state } = sfc32(words);
  const uniform = (): number => next() / 4294967296;
  const integer = (limit: number): number => Math.floor(uniform() * limit);
  return {
    uniform,
    integer,
    normal: () => {
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      return radius * Math.cos(2 * Math.PI * uniform());
    },
    permutation: (length) => {
      const order = Uint32Array.from({ length }, (_, i) => i);
      for (let i = length - 1; i > 0; i--) {
        const j = integer(i + 1);
        const held = order[i] ?? 0;
        order[i] = order[j] ?? 0;
        order[j] = held;
      }
      return order;
    },
    fork: (purpose) => streamFrom(hash(`${seed}/${purpose}`)),
    state: () => ({ seed, words: state() }),
  };
}

/** FNV-1a with a final avalanche, so that neighbouring seeds give unrelated streams. */
function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  h = Math.imul(h ^ (h >>> 16), 2246822507);
  h = Math.imul(h ^ (h >>> 13), 3266489909);
  return (h ^ (h >>> 16)) >>> 0;
}

type Words = RandomState['words'];

/** The words that a seed gives, after the rounds that mix it. */
function wordsOf(seed: number): Words {
  const { next, state } = sfc32([0x9e3779b9, 0x243f6a88, seed, 1]);
  for (let i = 0; i < 15; i++) next();
  return state();
}

function sfc32(words: Words): { next: () => number; state: () => Words } {
  let [a, b, c, counter] = words;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  return { next, state: () => [a, b, c, counter] };
}
