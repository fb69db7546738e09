import { isTrainable, type Network } from '../compiler/ir.ts';
import { sizeOf } from '../core/shape.ts';
import type { Executor, WeightMap } from './executor.ts';

/** Weights of larger networks are not kept on the way. */
const MOST_WEIGHTS = 2000;
/** How much further every kept step lies than the one before: a long run keeps a few hundred. */
const STRIDE = 1.02;

/** Where the weights have been. */
export interface Footprint {
  readonly step: number;
  readonly weights: WeightMap;
}

/** Keeps the weights of a small network on the way: each of the first updates, then ever fewer. */
export function createTrail() {
  let prints: Footprint[] = [];
  let next = Number.POSITIVE_INFINITY;
  let reader: Pick<Executor, 'readWeights'> | undefined;
  /** Counts what was begun or taken back: a reading that was asked for before is out of date. */
  let generation = 0;

  function keep(step: number, weights: WeightMap): void {
    prints.push({ step, weights });
  }

  return {
    prints: (): readonly Footprint[] => prints,
    /** Begins anew from given weights. Networks without a loss leave no trail. */
    begin: (network: Network, executor: Executor, weights: WeightMap, step: number): void => {
      generation += 1;
      prints = [];
      const small = isTrainable(network) && weightsOf(network) <= MOST_WEIGHTS;
      next = small ? step + 1 : Number.POSITIVE_INFINITY;
      reader = small ? executor : undefined;
      if (small) keep(step, weights);
    },
    /** After an update. Costs a comparison where nothing is due. */
    offer: (step: number): void => {
      if (step < next || !reader) return;
      next = Math.max(step + 1, Math.ceil(step * STRIDE));
      const weights = reader.readWeights();
      if (weights instanceof Promise) {
        const asked = generation;
        void weights
          .then((late) => {
            if (asked === generation) keep(step, late);
          })
          .catch(() => {});
      } else keep(step, weights);
    },
    /** The same run goes on from a step on another executor. */
    follow: (executor: Executor, step: number): void => {
      generation += 1;
      prints = prints.filter((print) => print.step <= step);
      if (reader) reader = executor;
    },
    /** Takes back what lies beyond a step. */
    rewind: (step: number): void => {
      generation += 1;
      prints = prints.filter((print) => print.step <= step);
      if (reader) next = Math.min(next, step + 1);
    },
  };
}

const weightsOf = ({ nodes }: Network): number =>
  nodes.reduce(
    (sum, { weights }) => weights.reduce((total, { shape }) => total + sizeOf(shape), sum),
    0,
  );

/** The way that weights have gone. */
export type Trail = ReturnType<typeof createTrail>;
