import type { WeightMap } from '../executor.ts';

/** Weights that a person sets by hand, and where training stands with them; the rest stays as it is. */
export interface Placement {
  /** Whole layers. */
  readonly weights?: WeightMap;
  /** Single numbers. */
  readonly numbers?: readonly {
    readonly node: string;
    readonly tensor: number;
    readonly index: number;
    readonly value: number;
  }[];
  /**
   * Names the movement of a hand that this is part of. What follows in the same one changes the run that it has
   * begun: step and epoch stay as they are.
   */
  readonly stroke?: number;
  readonly step: number;
  readonly epoch: number;
}

/** The weights once they are placed. What does not fit the network is left out. */
export function placed(now: WeightMap, { weights = {}, numbers = [] }: Placement): WeightMap {
  const next: Record<string, readonly Float32Array[]> = { ...now };
  for (const [node, tensors] of Object.entries(weights)) {
    next[node] = (now[node] ?? []).map((all, i) => {
      const given = tensors[i];
      return given?.length === all.length ? given : all;
    });
  }
  for (const { node, tensor, index, value } of numbers) {
    next[node] = (next[node] ?? []).map((all, i) =>
      i === tensor && index < all.length ? all.with(index, value) : all,
    );
  }
  return next;
}

/** Tells whether weights are set within the same movement of a hand as those before. */
export function createStrokes() {
  let last: number | undefined;
  return {
    goesOn: ({ stroke }: Placement): boolean => {
      const isSame = stroke !== undefined && stroke === last;
      last = stroke;
      return isSame;
    },
  };
}
