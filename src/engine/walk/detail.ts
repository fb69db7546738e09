import type { Ir } from '../../compiler/ir.ts';
import { assertNever } from '../../core/assert-never.ts';
import { type LossSpec, sampleLoss } from '../../core/loss.ts';
import { lossSlope } from '../../core/loss-slope.ts';
import type { WeightMap } from '../executor.ts';
import {
  type Anatomy,
  type Origin,
  originOf,
  type Place,
  rowOf,
  slopeThrough,
  weightSum,
} from './anatomy.ts';
import type { Stage } from './stages.ts';
import type { Sum } from './sum.ts';

/** One row's share of the loss. */
export interface RowLoss {
  readonly row: number;
  readonly output: readonly number[];
  readonly target: readonly number[];
  readonly loss: number;
}

/** What one reader of a value gives back to it. */
export interface Share {
  readonly to: string;
  /** Nothing where the reader's arithmetic is not known. */
  readonly sum: Sum | undefined;
  readonly value: number | undefined;
}

/** The arithmetic behind one number of a stage. */
export type Detail =
  | { readonly type: 'value'; readonly value: number; readonly origin: Origin | undefined }
  | { readonly type: 'cost'; readonly rows: readonly RowLoss[] }
  /** The derivative by the network's answer, from the loss itself. */
  | {
      readonly type: 'answer';
      readonly value: number;
      readonly output: number;
      readonly target: number;
      /** By how many terms the loss is divided. */
      readonly count: number;
      readonly spec: LossSpec;
      /** By its formula, in double precision. */
      readonly expected: number;
    }
  | {
      readonly type: 'slope';
      /** The derivative by the value, of all its readers together. */
      readonly value: number;
      /** The reader that the walk comes back through, and those before it. */
      readonly shares: readonly Share[];
      readonly others: number;
    }
  | {
      readonly type: 'weight';
      readonly value: number;
      readonly sum: Sum | undefined;
      /** What penalties on the weights add. */
      readonly penalty: number;
    }
  | {
      readonly type: 'update';
      readonly weight: number;
      readonly gradient: number;
      readonly after: number | undefined;
    }
  | { readonly type: 'done' };

/** Rows whose loss is told one by one. */
const ROWS = 8;

/** The arithmetic behind the number at a place of a stage. */
export function detailOf(
  anatomy: Anatomy,
  stage: Stage,
  place: Place,
  after: WeightMap | undefined,
): Detail {
  const { ir, dissection, weights } = anatomy;
  switch (stage.type) {
    case 'value': {
      const node = ir.nodes.find(({ id }) => id === stage.node);
      const value = rowOf(anatomy, 'values', stage.node, place.row).values[place.index] ?? 0;
      return { type: 'value', value, origin: node && originOf(anatomy, node, place) };
    }
    case 'cost':
      return { type: 'cost', rows: rowLosses(anatomy, place.row) };
    case 'slope':
      return stage.to === ir.loss.id
        ? answerDetail(anatomy, place)
        : slopeDetail(anatomy, stage.from, stage.to, place);
    case 'weight': {
      const node = ir.nodes.find(({ id }) => id === stage.node);
      const value = dissection.weightGradients[stage.node]?.[stage.tensor]?.[place.index] ?? 0;
      const sum = node && weightSum(anatomy, node, stage.tensor, place.index);
      return { type: 'weight', value, sum, penalty: sum ? value - sum.total : 0 };
    }
    case 'update':
      return {
        type: 'update',
        weight: weights[stage.node]?.[stage.tensor]?.[place.index] ?? 0,
        gradient: dissection.weightGradients[stage.node]?.[stage.tensor]?.[place.index] ?? 0,
        after: after?.[stage.node]?.[stage.tensor]?.[place.index],
      };
    case 'done':
      return { type: 'done' };
    default:
      return assertNever(stage);
  }
}

const targetOf = ({ ir, batch }: Anatomy, row: number): Float32Array => {
  const { width } = ir.target;
  return batch.y.subarray(row * width, (row + 1) * width);
};

/** The loss of single rows; of a large batch those from the chosen row on. */
function rowLosses(anatomy: Anatomy, row: number): RowLoss[] {
  const { ir, batch } = anatomy;
  const first = batch.rows <= ROWS ? 0 : Math.min(row, batch.rows - ROWS);
  return Array.from({ length: Math.min(ROWS, batch.rows) }, (_, i) => {
    const output = rowOf(anatomy, 'values', ir.output, first + i).values;
    const target = targetOf(anatomy, first + i);
    const loss = sampleLoss(ir.loss.spec, Float32Array.from(output), target);
    return { row: first + i, output: [...output], target: [...target], loss };
  });
}

function answerDetail(anatomy: Anatomy, { row, index }: Place): Detail {
  const { ir, batch } = anatomy;
  const { spec } = ir.loss;
  const output = rowOf(anatomy, 'values', ir.output, row).values;
  const target = targetOf(anatomy, row);
  return {
    type: 'answer',
    value: rowOf(anatomy, 'gradients', ir.output, row).values[index] ?? 0,
    output: output[index] ?? 0,
    target: target[index] ?? 0,
    count: divisorOf(spec, batch.rows, output.length),
    spec,
    expected: lossSlope(spec, output, target, index, batch.rows),
  };
}

function divisorOf({ type, reduction }: LossSpec, rows: number, width: number): number {
  if (type === 'categoricalCrossentropy') return rows;
  return type === 'meanSquaredError' && reduction === 'sum' ? 1 : rows * width;
}

/** What comes back to a value through this reader and through those that were passed before. */
function slopeDetail(anatomy: Anatomy, from: string, to: string, place: Place): Detail {
  const { ir } = anatomy;
  const readers = readersOf(ir, from);
  const value = rowOf(anatomy, 'gradients', from, place.row).values[place.index] ?? 0;
  const all = readers.map((reader): Share => {
    const sum = slopeThrough(anatomy, from, reader, place);
    // What comes through the only reader is all there is.
    return { to: reader.id, sum, value: sum?.total ?? (readers.length === 1 ? value : undefined) };
  });
  const at = readers.findIndex(({ id }) => id === to);
  const shares = all.slice(0, at + 1).reverse();
  return { type: 'slope', value, shares, others: readers.length - shares.length };
}

/** Layers that read a node, the last in order first: as the walk comes back to it. */
const readersOf = ({ nodes }: Ir, id: string) =>
  nodes.filter(({ inputs }) => inputs.includes(id)).toReversed();
