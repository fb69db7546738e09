import type { Ir, IrNode } from '../../compiler/ir.ts';
import { assertNever } from '../../core/assert-never.ts';
import { type Passage, pathsOfInput, pathsOfWeight } from '../../core/paths.ts';
import { type Shape, sizeOf } from '../../core/shape.ts';
import { type Values, windowSum } from '../../core/window-sum.ts';
import type { Batch, Dissection, WeightMap } from '../executor.ts';
import { type Sum, sumOf, type Term } from './sum.ts';

/** An update as it was taken apart, with all that it was made on. */
export interface Anatomy {
  readonly ir: Ir;
  readonly batch: Batch;
  readonly dissection: Dissection;
  readonly weights: WeightMap;
}

/** One number of a tensor [rows, ...shape]. */
export interface Place {
  readonly row: number;
  readonly index: number;
}

/** Shape of one row of what a node gives. */
export function shapeOf({ ir }: Pick<Anatomy, 'ir'>, id: string): Shape {
  if (id === ir.source.id) return ir.source.spec.input;
  return ir.nodes.find((node) => node.id === id)?.outputShape ?? [];
}

const none = new Float64Array(0);

/** One row of what a node gives, or of the loss's derivative by it. */
export function rowOf(
  anatomy: Anatomy,
  which: 'values' | 'gradients',
  id: string,
  row: number,
): Values & { readonly values: Float64Array } {
  const shape = shapeOf(anatomy, id);
  const size = sizeOf(shape);
  const all = anatomy.dissection[which][id] ?? none;
  return { shape, values: all.subarray(row * size, (row + 1) * size) };
}

/** One sample on its way through a layer. */
function passageOf(anatomy: Anatomy, node: IrNode, row: number): Passage {
  return {
    inputs: node.inputs.map((id) => rowOf(anatomy, 'values', id, row)),
    output: rowOf(anatomy, 'values', node.id, row),
    weights: node.weights.map(({ shape }, i) => ({
      shape,
      values: anatomy.weights[node.id]?.[i] ?? none,
    })),
  };
}

/**
 * What the loss's derivative by one value is made of on its way back through one reader: the derivative by each
 * output of the reader times the local one. Nothing where the reader's arithmetic is not known.
 */
export function slopeThrough(
  anatomy: Anatomy,
  from: string,
  reader: IrNode,
  { row, index }: Place,
): Sum | undefined {
  const { derivative } = reader;
  if (!derivative) return undefined;
  const passage = passageOf(anatomy, reader, row);
  const { values: g } = rowOf(anatomy, 'gradients', reader.id, row);
  const terms = reader.inputs.flatMap((id, input) =>
    id === from
      ? pathsOfInput(derivative, passage, input, index).map(
          ({ at, slope }): Term => ({
            row,
            index: at,
            node: reader.id,
            first: g[at] ?? 0,
            second: slope,
          }),
        )
      : [],
  );
  return sumOf(terms);
}

/** What the loss's derivative by one weight is made of, over all rows: xᵀ·g. */
export function weightSum(
  anatomy: Anatomy,
  node: IrNode,
  tensor: number,
  index: number,
): Sum | undefined {
  const { derivative } = node;
  if (!derivative) return undefined;
  const terms: Term[] = [];
  for (let row = 0; row < anatomy.batch.rows; row++) {
    const paths = pathsOfWeight(derivative, passageOf(anatomy, node, row), tensor, index);
    if (!paths) return undefined;
    const { values: g } = rowOf(anatomy, 'gradients', node.id, row);
    for (const { at, slope } of paths) {
      terms.push({ row, index: at, node: node.id, first: g[at] ?? 0, second: slope });
    }
  }
  return sumOf(terms);
}

/** How one value comes about. */
export interface Origin {
  /** Values times weights, and what is added to them. */
  readonly sum: Sum | undefined;
  readonly bias: number | undefined;
  /** The values at the same place of every input, where the layer takes value by value; those under a window. */
  readonly from: readonly number[] | undefined;
  /** How many of `from` stand side by side, where they were under a window. */
  readonly columns: number | undefined;
}

/** What one value of a layer is made of, by the way that the layer's arithmetic goes. */
export function originOf(anatomy: Anatomy, node: IrNode, { row, index }: Place): Origin {
  const { derivative } = node;
  const passage = passageOf(anatomy, node, row);
  const { inputs, weights } = passage;
  const [input] = inputs;
  const [feeder = ''] = node.inputs;
  const nothing: Origin = { sum: undefined, bias: undefined, from: undefined, columns: undefined };
  if (!input) return nothing;
  switch (derivative?.of) {
    case 'product': {
      const units = sizeOf(node.outputShape);
      const terms = Array.from(
        input.values,
        (x, i): Term => ({
          row,
          index: i,
          node: feeder,
          first: x,
          second: weights[0]?.values[i * units + index] ?? 0,
        }),
      );
      return { ...nothing, sum: sumOf(terms), bias: weights[1]?.values[index] };
    }
    case 'window': {
      const { window } = derivative;
      if (window.does === 'separable') return nothing;
      const [, width = 1, maps = 1] = node.outputShape;
      const place = Math.floor(index / maps);
      const at = { y: Math.floor(place / width), x: place % width, map: index % maps };
      const { channels, bias } = windowSum(input, weights, window, at);
      if (window.does === 'max') {
        const seen = channels[0]?.terms.filter(({ isPadding }) => !isPadding) ?? [];
        return {
          ...nothing,
          from: seen.map(({ pixel }) => pixel),
          columns: new Set(seen.map((term) => term.x)).size,
        };
      }
      const [, columns = 1, depth = 1] = input.shape;
      const taken = channels[0]?.terms.filter(({ isPadding }) => !isPadding).length ?? 1;
      const terms = channels.flatMap(({ channel, terms: own }) =>
        own.flatMap(({ isPadding, y, x, pixel, weight = 1 / taken }): Term[] => {
          const i = (y * columns + x) * depth + channel;
          return isPadding ? [] : [{ row, index: i, node: feeder, first: pixel, second: weight }];
        }),
      );
      return { ...nothing, sum: sumOf(terms), bias };
    }
    case 'each':
    case 'mask':
    case 'relabel':
    case 'sum':
    case 'mean':
    case 'times':
    case 'largest':
      return { ...nothing, from: inputs.map(({ values }) => values[index] ?? 0) };
    case 'shares': {
      const size = input.shape.at(-1) ?? 1;
      const start = index - (index % size);
      return { ...nothing, from: Array.from(input.values).slice(start, start + size) };
    }
    case 'whole':
    case 'concat':
    case undefined:
      return nothing;
    default:
      return assertNever(derivative);
  }
}
