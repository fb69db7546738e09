import { type Vectors, vectorsOn } from './vectors.ts';

/** The memory of one network: rooms are handed out once, and all go together. */
export interface Arena {
  /** Room for so many numbers, all 0. */
  readonly room: (length: number) => Float64Array;
  /** The hot loops on this memory, where the machine has them. */
  readonly vectors: Vectors | undefined;
  readonly bytes: number;
}

const PAGE = 65_536;
/** Of an arena: the loops compare addresses as signed numbers, which end at 2 GB. */
export const MOST_NUMBERS = 2 ** 31 / 8 - PAGE;

/** An arena of a fixed size: views of a memory that grew would be lost. */
export function createArena(numbers: number): Arena {
  if (numbers > MOST_NUMBERS) throw new RangeError('this network is too large for one arena');
  const memory = new WebAssembly.Memory({ initial: Math.ceil((8 * numbers) / PAGE) });
  const vectors = vectorsOn(memory);
  const { buffer } = memory;
  let at = 0;
  return {
    vectors,
    bytes: buffer.byteLength,
    room: (length) => {
      const from = at;
      at += roomNeeded(length);
      if (8 * at > buffer.byteLength) throw new Error('the arena was measured too small');
      return new Float64Array(buffer, 8 * from, length);
    },
  };
}

/** Numbers that a room takes up: pairs, since the loops work on two at a time. */
export const roomNeeded = (length: number): number => length + (length % 2);
