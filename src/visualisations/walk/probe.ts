import { isTrainable } from '../../compiler/ir.ts';
import { sizeOf } from '../../core/shape.ts';
import type { Batch, WeightMap } from '../../engine/executor.ts';
import type { Probe, ProbeContext } from '../../engine/pictures/probe.ts';
import {
  type Anatomy,
  type Place,
  rowOf,
  shapeOf,
  slopeThrough,
} from '../../engine/walk/anatomy.ts';
import { type Detail, detailOf } from '../../engine/walk/detail.ts';
import { finiteDifference } from '../../engine/walk/finite-difference.ts';
import type { Stage } from '../../engine/walk/stages.ts';
import { factsOf, type TensorFacts } from '../../engine/walk/tensor-facts.ts';

/** Asked for once a walk has been left: what was taken apart may be large, and is let go of. */
export const LEFT = 'left';

/** Where a walk through an update is, and what is looked at there. */
export interface WalkRequest {
  readonly stage: Stage;
  /** The row of the batch that is followed; without one, the whole batch. */
  readonly row: number | undefined;
  /** The number whose arithmetic is shown; the first or the strongest where it is left out. */
  readonly place: Place | undefined;
  /** Whether a finite difference is wanted beside the derivative. */
  readonly check: boolean;
  /** The step at which the update was taken apart, from when it is to be carried out. */
  readonly taken: number | undefined;
}

/** A weight tensor, the loss's derivative by it, and what the update made of it. */
export interface WeightFacts {
  readonly name: string;
  readonly values: TensorFacts;
  readonly gradient: TensorFacts;
  /** The weights after the update, as the executor has them. */
  readonly after: TensorFacts | undefined;
}

/** One update taken apart. */
export interface WalkPicture {
  /** Updates done before it. */
  readonly step: number;
  /** Rows of its batch. */
  readonly rows: number;
  readonly row: number | undefined;
  readonly loss: number;
  readonly values: Readonly<Record<string, TensorFacts>>;
  readonly gradients: Readonly<Record<string, TensorFacts>>;
  /** What each reader gives back to a value that has several, by `from>to`, where they are few numbers. */
  readonly shares: Readonly<Record<string, TensorFacts>>;
  /** By node, in the order of its weight tensors; those that are not trained are left out of it. */
  readonly weights: Readonly<Record<string, readonly (WeightFacts | undefined)[]>>;
  readonly stage: Stage;
  readonly place: Place;
  readonly detail: Detail;
  /** The finite difference at `place`, where one was asked for and can be had. */
  readonly difference: number | undefined;
}

type Tensors = Pick<WalkPicture, 'values' | 'gradients' | 'shares' | 'weights'>;

/** An update that was taken apart, and what was found of its tensors so far. */
interface Kept extends Anatomy {
  readonly step: number;
  readonly written: number;
  readonly facts: Map<string, Tensors>;
}

/** Of fewer numbers the first is looked at first, of more the strongest. */
const FEW = 16;

/** Of more numbers, shares are told for the chosen one only. */
const MOST_SHARES = 64;

const kept = new WeakMap<object, Kept>();

/** One update, node by node and back again. Nothing while training runs. */
export const walkProbe: Probe<WalkRequest | typeof LEFT, WalkPicture> = {
  id: 'walk',
  compute: async (context, request) => {
    const { network, moment } = context;
    if (request === LEFT) {
      kept.delete(context.data);
      return undefined;
    }
    if (moment.running || !isTrainable(network)) return undefined;
    const found = await anatomyAt(context, request.taken);
    if (!found) return undefined;
    const { stage } = request;
    const isTaken = request.taken !== undefined && moment.step === request.taken + 1;
    const after = isTaken ? await context.readWeights() : undefined;
    const { rows } = found.batch;
    const row = request.row === undefined ? undefined : Math.min(request.row, rows - 1);
    const facts = factsFor(found, row, after);
    const place = placeIn(facts, found, stage, row, request.place);
    const difference = request.check
      ? await finiteDifference(context, found, stage, place)
      : undefined;
    return {
      step: found.step,
      rows,
      row,
      loss: found.dissection.loss,
      ...facts,
      stage,
      place,
      detail: detailOf(found, stage, place, after),
      difference,
    };
  },
};

/** The update that comes next, or the one that has just been carried out. */
async function anatomyAt(
  { network, data, moment, upcoming, dissect, readWeights }: ProbeContext,
  taken: number | undefined,
): Promise<Kept | undefined> {
  const last = kept.get(data);
  const { step, written } = moment;
  // An update that was begun at a recorded moment begins a run of its own.
  const isLast =
    last?.ir === network &&
    last.step === (taken ?? step) &&
    (taken !== undefined || last.written === written);
  if (taken !== undefined) return isLast ? last : undefined;
  const batch = upcoming();
  // Other settings make other batches, at the same step too.
  if (isLast && batch && sameBatch(batch, last.batch)) return last;
  if (!isTrainable(network)) return undefined;
  if (!batch) return undefined;
  const dissection = await dissect(batch);
  // The arrays of a batch are filled anew by the next one.
  const { rows, x, y } = batch;
  const own = batch.refilled ? { rows, x: x.slice(), y: y.slice() } : batch;
  const weights = await readWeights();
  const next = { ir: network, batch: own, dissection, weights, step, written, facts: new Map() };
  kept.set(data, next);
  return next;
}

const sameBatch = (a: Batch, b: Batch): boolean =>
  a === b || (a.rows === b.rows && sameNumbers(a.x, b.x) && sameNumbers(a.y, b.y));

const sameNumbers = (a: Float32Array, b: Float32Array): boolean =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]));

function factsFor(anatomy: Kept, row: number | undefined, after: WeightMap | undefined): Tensors {
  const key = `${row} ${after !== undefined}`;
  const known = anatomy.facts.get(key);
  if (known) return known;
  const { ir, dissection, weights, batch } = anatomy;
  const ids = [ir.source.id, ...ir.nodes.map(({ id }) => id)];
  const look = (which: 'values' | 'gradients') =>
    Object.fromEntries(
      ids.map((id) => {
        const all = dissection[which][id] ?? new Float64Array(0);
        const chosen = row === undefined ? all : rowOf(anatomy, which, id, row).values;
        return [id, factsOf(chosen, shapeOf(anatomy, id), row === undefined ? batch.rows : 1)];
      }),
    );
  const found = {
    values: look('values'),
    gradients: look('gradients'),
    shares: sharesOf(anatomy, row),
    weights: Object.fromEntries(
      ir.nodes.map((node) => [
        node.id,
        node.weights.map((spec, i) => {
          const gradient = dissection.weightGradients[node.id]?.[i];
          if (!gradient) return undefined;
          const next = after?.[node.id]?.[i];
          return {
            name: spec.name,
            values: factsOf(weights[node.id]?.[i] ?? [], spec.shape, 1),
            gradient: factsOf(gradient, spec.shape, 1),
            after: next && factsOf(next, spec.shape, 1),
          };
        }),
      ]),
    ),
  };
  anatomy.facts.set(key, found);
  return found;
}

/** What comes back to values that are read several times, reader by reader. */
function sharesOf(anatomy: Anatomy, row: number | undefined): Tensors['shares'] {
  const { ir, batch } = anatomy;
  const rows = row === undefined ? Array.from({ length: batch.rows }, (_, i) => i) : [row];
  const branching = [ir.source.id, ...ir.nodes.map(({ id }) => id)].flatMap((from) => {
    const readers = ir.nodes.filter(({ inputs }) => inputs.includes(from));
    const size = sizeOf(shapeOf(anatomy, from));
    const few = readers.length > 1 && size * rows.length <= MOST_SHARES;
    return few ? readers.map((reader) => ({ from, reader, size })) : [];
  });
  return Object.fromEntries(
    branching.flatMap(({ from, reader, size }) => {
      const numbers = rows.flatMap((each) =>
        Array.from({ length: size }, (_, index) => {
          const sum = slopeThrough(anatomy, from, reader, { row: each, index });
          return sum?.total ?? Number.NaN;
        }),
      );
      if (numbers.some(Number.isNaN)) return [];
      const facts = factsOf(numbers, shapeOf(anatomy, from), rows.length);
      return [[`${from}>${reader.id}`, facts] as const];
    }),
  );
}

/** The number that is looked at in the tensor of a stage. */
function placeIn(
  { values, gradients, weights }: Tensors,
  anatomy: Anatomy,
  stage: Stage,
  row: number | undefined,
  wanted: Place | undefined,
): Place {
  const tensor =
    stage.type === 'value'
      ? values[stage.node]
      : stage.type === 'slope'
        ? gradients[stage.from]
        : stage.type === 'weight' || stage.type === 'update'
          ? weights[stage.node]?.[stage.tensor]?.gradient
          : values[anatomy.ir.output];
  if (!tensor) return { row: row ?? 0, index: 0 };
  const size = sizeOf(tensor.shape);
  const first = tensor.count <= FEW ? 0 : tensor.peak;
  const chosen = wanted ?? { row: Math.floor(first / size), index: first % size };
  const last = anatomy.batch.rows - 1;
  return { row: row ?? Math.min(chosen.row, last), index: Math.min(chosen.index, size - 1) };
}
