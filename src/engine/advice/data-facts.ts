import type { Ir } from '../../compiler/ir.ts';
import { inputWidth, readInputs, type Samples } from '../../core/samples.ts';
import type { EncodedSet } from '../data/data.ts';
import { idleLoss } from '../figures/idle-loss.ts';

/** What the rows for training are like, as the network sees them. */
export interface DataFacts {
  readonly rows: number;
  /** Root mean square of each number of an input; nothing where an input is no row of numbers. */
  readonly sizes: readonly number[] | undefined;
  /** Rows of each class; nothing where labels are numbers. */
  readonly classes: readonly number[] | undefined;
  /** Loss of the best answer that is the same for every row, in the loss's own unit, where that is known. */
  readonly idle: number | undefined;
}

/** Rows by which sizes are told. */
const MOST_ROWS = 2000;

/** Looks through the rows for training once. */
export function dataFacts(ir: Ir, { samples, rows, y }: EncodedSet): DataFacts {
  const { input, target } = samples.spec;
  const sizes = input.length === 1 ? sizesOf(samples, rows) : undefined;
  if (target.type === 'numbers') return { rows, sizes, classes: undefined, idle: idleLoss(ir, y) };
  const classes = new Array<number>(target.count).fill(0);
  for (const label of samples.y) classes[label] = (classes[label] ?? 0) + 1;
  const isEntropy = ir.loss.spec.type !== 'meanSquaredError';
  return { rows, sizes, classes, idle: isEntropy ? entropyOf(classes, rows) : undefined };
}

function sizesOf(samples: Samples, all: number): number[] {
  const rows = Math.min(all, MOST_ROWS);
  const x = readInputs(samples, 0, rows);
  const squares = new Array<number>(inputWidth(samples)).fill(0);
  for (let i = 0; i < x.length; i++) {
    const column = i % squares.length;
    squares[column] = (squares[column] ?? 0) + (x[i] ?? 0) ** 2;
  }
  return squares.map((sum) => Math.sqrt(sum / rows));
}

/** −Σ p·ln p over the shares of the classes, in nats: ln 2 for two of the same size. */
const entropyOf = (classes: readonly number[], rows: number): number =>
  classes.reduce(
    (sum, count) => sum - (count === 0 ? 0 : (count / rows) * Math.log(count / rows)),
    0,
  );
