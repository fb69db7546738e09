import type { Ir, IrNode } from '../../compiler/ir.ts';
import { boundsOf } from '../../core/bounds.ts';
import { slopeAt, squashOf } from '../../core/derivative.ts';
import type { Dissection } from '../executor.ts';
import { deadUnits, saturatedShare } from './spread.ts';

/** Rows, spread evenly over the training set, by which layers are judged, on the canvas and in advice alike. */
export const JUDGED_ROWS = 100;
/** From which share of its values or units on a layer lets hardly any gradient through. */
const BLOCKED = 0.5;

/** How an activation stands on some rows. */
export interface Standing {
  readonly node: string;
  /** Share of its values within 5 % of one of its bounds; nothing where it has none. */
  readonly saturated: number | undefined;
  /** Units that give 0 for every one of these rows, of a function whose slope is 0 there; nothing for others. */
  readonly dead: number | undefined;
  readonly units: number;
  /** Mean slope over the steepest that it can have: 1 lets the whole gradient through. */
  readonly slope: number;
}

/** Whether a layer can be held fast at two bounds. The one that gives the answer is meant to be sure. */
export const canSaturate = ({ output }: Ir, { id, operation, derivative }: IrNode): boolean =>
  id !== output && derivative?.of === 'each' && boundsOf(operation) !== undefined;

/** Whether units of a layer can fall silent for good: nothing comes out below zero, and no gradient back. */
export const canDie = ({ derivative }: IrNode): boolean =>
  derivative?.of === 'each' && derivative.slope.name === 'bent' && derivative.slope.below === 0;

/** How the activations of a network stand, in the order of computation. */
export const standingsOf = (ir: Ir, found: Dissection): readonly Standing[] =>
  ir.nodes.flatMap((node) => standingOf(ir, node, found) ?? []);

/** The share of a layer's values that are held fast at a bound. */
export const saturation = ({ saturated = 0 }: Standing): number => saturated;
/** The share of a layer's units that are silent. */
export const silence = ({ dead = 0, units }: Standing): number => dead / units;
/** Whether a share of a layer's values or units lets hardly any gradient through. */
export const isBlocked = (share: number): boolean => share >= BLOCKED;

function standingOf(ir: Ir, node: IrNode, { values }: Dissection): Standing | undefined {
  const { id, inputs, operation, outputShape, derivative } = node;
  const bounds = canSaturate(ir, node) ? boundsOf(operation) : undefined;
  const [x, y] = [values[inputs[0] ?? ''], values[id]];
  if ((!bounds && !canDie(node)) || derivative?.of !== 'each' || !x || !y) return undefined;
  const { slope } = derivative;
  const units = outputShape.at(-1) ?? 1;
  const sum = y.reduce((total, value, i) => total + slopeAt(slope, x[i] ?? 0, value), 0);
  return {
    node: id,
    saturated: bounds && saturatedShare(y, bounds),
    dead: canDie(node) ? deadUnits(y, units) : undefined,
    units,
    slope: sum / y.length / (squashOf(slope) ?? 1),
  };
}
