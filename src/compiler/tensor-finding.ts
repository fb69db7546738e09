import { assertNever } from '../core/assert-never.ts';
import type { DiagnosticData } from '../core/diagnostic.ts';
import { sameShape, sizeOf } from '../core/shape.ts';
import { printShape } from '../core/tensor/print-tensor.ts';
import type { TensorProblem } from '../core/tensor/problem.ts';
import { readWholes } from '../core/tensor/read-parts.ts';
import { type Dtype, MAX_TENSOR_RANK, type Tensor } from '../core/tensor/tensor.ts';
import type { Graph, Wire } from '../document/schema.ts';
import type { CalculationKind } from '../layers/define-layer.ts';
import { insertion } from './mends.ts';
import { type Finding, finding, fix, type ProblemFix } from './problem.ts';
import type { Catalogue, ResolvedCalculation } from './resolve.ts';

/** What is known when a step of a calculation has no result. */
interface Surroundings {
  readonly graph: Graph;
  readonly catalogue: Catalogue;
  readonly node: ResolvedCalculation;
  readonly wires: readonly Wire[];
  readonly inputs: readonly Tensor[];
}

/** Puts into a finding why a step has no result, with its numbers and the mend that fits. */
export function tensorFinding(around: Surroundings, problem: TensorProblem): Finding {
  const { node } = around;
  const data = { name: node.name, ...numbersOf(problem) };
  return finding(problem.code, 'error', { node: node.id }, data, mendsOf(around, problem));
}

function numbersOf(problem: TensorProblem): DiagnosticData {
  switch (problem.code) {
    case 'product-sizes':
      return {
        first: printShape(problem.first),
        second: printShape(problem.second),
        columns: problem.columns,
        rows: problem.rows,
      };
    case 'product-rank':
      return { got: printShape(problem.got), rank: problem.got.length };
    case 'broadcast-sizes':
      return {
        first: printShape(problem.first),
        second: printShape(problem.second),
        axis: minus(problem.axis),
        left: problem.left,
        right: problem.right,
      };
    case 'axis-range':
      return {
        axis: minus(problem.axis),
        got: printShape(problem.got),
        least: minus(-problem.most),
        most: problem.most - 1,
        count: problem.most,
      };
    case 'axis-none':
      return {};
    case 'axes-order':
      return {
        axes: printShape(problem.axes),
        got: printShape(problem.got),
        rank: problem.got.length,
        order: printShape(problem.got.map((_, axis) => axis)),
      };
    case 'tensor-size':
      return {
        wanted: printShape(problem.wanted).replaceAll('-', '−'),
        got: printShape(problem.got),
        count: sizeOf(problem.got),
      };
    case 'squeeze-size':
      return {
        axis: minus(problem.axis),
        got: printShape(problem.got),
        size: problem.got.at(problem.axis) ?? 0,
      };
    case 'stack-shapes':
      return { first: printShape(problem.first), other: printShape(problem.other) };
    case 'slice-rank':
      return { given: problem.given, got: printShape(problem.got), rank: problem.got.length };
    case 'slice-range':
      return {
        part: problem.part.replaceAll('-', '−'),
        axis: problem.axis,
        got: printShape(problem.got),
        size: problem.got[problem.axis] ?? 0,
      };
    case 'dtypes-differ':
      return { first: problem.first, second: problem.second };
    case 'dtype-unfit':
      return { got: problem.got };
    case 'too-many-values':
      return { shape: printShape(problem.shape), limit: problem.limit, rank: MAX_TENSOR_RANK };
    case 'calculation-too-large':
      return { limit: problem.limit };
    case 'tensor-text': {
      const { reason, at, found, got = 0, wanted = 0 } = problem.problem;
      return { reason, at, found, got, wanted };
    }
    default:
      return assertNever(problem);
  }
}

const minus = (value: number): string => String(value).replace('-', '−');

function mendsOf(around: Surroundings, problem: TensorProblem): ProblemFix[] {
  switch (problem.code) {
    case 'dtypes-differ': {
      const types = [problem.first, problem.second];
      return castTo(around, types.includes('float32') ? 'float32' : 'int32');
    }
    case 'dtype-unfit':
      return castTo(around, problem.expected === 'number' ? 'float32' : problem.expected);
    case 'tensor-size':
      return fitShape(around, problem);
    default:
      return [];
  }
}

/** Inserts a step before this one that gives the first input of another type the wanted one. */
function castTo({ graph, catalogue, wires, inputs }: Surroundings, dtype: Dtype): ProblemFix[] {
  const wire = wires[inputs.findIndex((input) => input.dtype !== dtype)];
  const kind = [...catalogue.layers.values()].find(
    (each): each is CalculationKind => each.role === 'calculation' && each.casts !== undefined,
  );
  return wire && kind?.casts ? insertion(graph, wire, kind, kind.casts(dtype)) : [];
}

/** Sets the one size that makes the values fit, the first that does; else one row of them all. */
function fitShape(
  { node }: Surroundings,
  { wanted, got }: Extract<TensorProblem, { code: 'tensor-size' }>,
): ProblemFix[] {
  const total = sizeOf(got);
  const param = Object.keys(node.params).find((key) => {
    const value = node.params[key];
    const read = typeof value === 'string' ? readWholes(value) : undefined;
    return read?.ok && sameShape(read.value, wanted);
  });
  if (param === undefined) return [];
  const shape = [...wanted.keys()]
    .map((axis) => {
      const others = wanted.toSpliced(axis, 1);
      const known = sizeOf(others);
      const fits = others.every((size) => size >= 1) && total % known === 0;
      return fits ? wanted.with(axis, total / known) : undefined;
    })
    .find((each) => each !== undefined) ?? [total];
  const set = { type: 'setParams', id: node.id, params: { [param]: shape.join(', ') } } as const;
  return [fix('set-shape', { shape: printShape(shape) }, set)];
}
