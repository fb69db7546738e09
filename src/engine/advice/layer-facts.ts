import type { Ir, IrNode } from '../../compiler/ir.ts';
import { type Slope, slopeAt } from '../../core/derivative.ts';
import type { Dissection } from '../executor.ts';

/** How an activation stands on some rows. */
export interface LayerFact {
  readonly node: string;
  /** What bends it: it flattens at both ends, or gives nothing below zero. */
  readonly bends: 'ends' | 'below';
  /** Values of one sample. */
  readonly units: number;
  /** Share of all values at which the slope is under a twentieth of the largest; 0 for one that bends below zero. */
  readonly flat: number;
  /** Mean slope over the largest: 1 lets the whole gradient through. */
  readonly slope: number;
  /** Share of units whose slope is 0 on every row. */
  readonly dead: number;
}

/** A slope below this share of the largest one counts as flat. */
const FLAT = 0.05;

/** The largest slope of functions that flatten at both ends. */
const steepest: ReadonlyMap<string, number> = new Map([
  ['sigmoid', 0.25],
  ['tanh', 1],
]);

/** The largest slope of a function, where it flattens at both ends. */
export const steepestOf = ({ name }: Slope): number | undefined => steepest.get(name);

/** Activations between the layers, in order; the one that gives the answer is meant to be sure. */
export function layerFacts(ir: Ir, { values }: Dissection, rows: number): readonly LayerFact[] {
  return ir.nodes
    .filter(({ id }) => id !== ir.output)
    .flatMap((node) => {
      const fact = factOf(node, values, rows);
      return fact ? [fact] : [];
    });
}

function factOf(
  { id, inputs, derivative }: IrNode,
  values: Dissection['values'],
  rows: number,
): LayerFact | undefined {
  const x = values[inputs[0] ?? ''];
  const y = values[id];
  if (derivative?.of !== 'each' || !x || !y) return undefined;
  const { slope } = derivative;
  const isBent = slope.name === 'bent' && slope.below === 0;
  const largest = isBent ? 1 : steepestOf(slope);
  if (largest === undefined) return undefined;
  const units = y.length / rows;
  const alive = new Uint8Array(units);
  let flat = 0;
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const share = slopeAt(slope, x[i] as number, y[i] as number) / largest;
    sum += share;
    if (share < FLAT && !isBent) flat += 1;
    if (share > 0) alive[i % units] = 1;
  }
  return {
    node: id,
    bends: isBent ? 'below' : 'ends',
    units,
    flat: flat / y.length,
    slope: sum / y.length,
    dead: 1 - alive.reduce((count, each) => count + each, 0) / units,
  };
}
