import type { LossSpec } from '../core/loss.ts';
import type { TargetEncoding, TargetSpec } from '../core/samples.ts';
import { formatShape, type Shape } from '../core/shape.ts';
import type { Words } from '../core/words.ts';
import type { Command } from '../document/commands.ts';
import type { Graph, Wire } from '../document/schema.ts';
import type { ComputeKind, LossKind } from '../layers/define-layer.ts';
import type { Structure } from './check.ts';
import type { Inference } from './infer.ts';
import { findCompute, insertion, nodeOf, resizing } from './mends.ts';
import { type Finding, type FixCode, finding, fix, type ProblemFix } from './problem.ts';
import type { Catalogue, Resolution } from './resolve.ts';
import { flattenOn, nameBefore } from './shape-finding.ts';

/** How the labels are laid out for this loss, and how many numbers the network must give. */
export function targetFor(
  loss: LossSpec,
  target: TargetSpec,
): { encoding: TargetEncoding; width: number } {
  if (target.type === 'numbers') return { encoding: 'value', width: target.size };
  const single = target.count === 2 && loss.type !== 'categoricalCrossentropy';
  return single ? { encoding: 'value', width: 1 } : { encoding: 'oneHot', width: target.count };
}

/** Phase 4: whether what arrives at the loss fits the loss and the labels. */
export function fitOutput(
  graph: Graph,
  resolution: Resolution,
  structure: Structure,
  inference: Inference,
  catalogue: Catalogue,
): Finding[] {
  const lossId = structure.loss;
  const lossNode = lossId === undefined ? undefined : resolution.nodes.get(lossId);
  const [wire] = (lossId && structure.incoming.get(lossId)) || [];
  const given = lossId === undefined ? undefined : inference.shapes.get(lossId)?.inputs[0];
  const { source, shapes } = inference;
  if (lossNode?.kind.role !== 'objective' || !wire || !given || !source) return [];

  const around = { graph, resolution, shapes, catalogue };
  const before = nameBefore(around, wire);
  if (given.length !== 1) {
    const data = { name: lossNode.name, before, expected: 1, got: formatShape(given) };
    const fixes = flattenOn(around, wire);
    return [finding('rank-mismatch', 'error', { node: lossNode.id }, data, fixes)];
  }
  const last = resolution.nodes.get(wire.from);
  const question: Question = {
    graph,
    resolution,
    shapes,
    catalogue,
    wire,
    width: given[0] ?? 0,
    target: source.spec.target,
    loss: lossNode.kind.loss(lossNode.params),
    lossKind: lossNode.kind,
    lossId: lossNode.id,
    before,
    last: last?.kind.role === 'compute' ? last.kind : undefined,
  };
  const found = wrongTask(question) ?? wrongOutput(question) ?? wrongWidth(question);
  return found ? [found] : doubtfulEnd(question);
}

/** The end of the network, and everything a mend of it may touch. */
interface Question {
  readonly graph: Graph;
  readonly resolution: Resolution;
  readonly shapes: ReadonlyMap<string, { readonly output: Shape }>;
  readonly catalogue: Catalogue;
  readonly wire: Wire;
  readonly width: number;
  readonly target: TargetSpec;
  readonly loss: LossSpec;
  readonly lossKind: LossKind;
  readonly lossId: string;
  readonly before: Words | string;
  readonly last: ComputeKind | undefined;
}

function wrongTask(q: Question): Finding | undefined {
  if (q.target.type !== 'numbers' || q.loss.type === 'meanSquaredError') return undefined;
  const data = { lossType: q.loss.type };
  const fixes = mend(q, 'set-loss', { type: 'meanSquaredError' });
  return finding('regression-with-classification-loss', 'error', { node: q.lossId }, data, fixes);
}

function wrongOutput(q: Question): Finding | undefined {
  const output = q.last?.output;
  const here = { node: q.wire.from };
  if (output === 'distribution' && q.width === 1) {
    const binary = q.target.type === 'classes' && q.target.count === 2;
    const fixes = binary
      ? mend(q, 'replace', { type: squaredOr(q, 'binaryCrossentropy') })
      : mend(q, q.target.type === 'classes' ? 'set-size' : 'replace', {});
    return finding('softmax-one-unit', 'error', here, {}, fixes);
  }
  if (output !== undefined && q.loss.on === 'logits') {
    const fixes = mend(q, 'read-probabilities', {});
    return finding('logits-after-squash', 'error', { node: q.lossId }, { before: q.before }, fixes);
  }
  const categorical = q.loss.type === 'categoricalCrossentropy';
  if (output === 'probability' && categorical && q.loss.on === 'probabilities') {
    const binary = q.target.type === 'classes' && q.target.count === 2 && q.width !== 2;
    const fixes = binary
      ? mend(q, 'set-loss', { type: 'binaryCrossentropy' })
      : mend(q, 'replace', {});
    return finding('sigmoid-with-categorical', 'error', { node: q.lossId }, {}, fixes);
  }
  return undefined;
}

function wrongWidth(q: Question): Finding | undefined {
  const expected = targetFor(q.loss, q.target).width;
  if (q.width === expected) return undefined;
  const data = {
    before: q.before,
    got: q.width,
    expected,
    classes: q.target.type === 'classes' ? q.target.count : 0,
    task: q.target.type,
  };
  return finding('output-size', 'error', { node: q.wire.from }, data, mend(q, 'set-size', {}));
}

/** Ends that train, though hardly as meant. */
function doubtfulEnd(q: Question): Finding[] {
  const here = { node: q.lossId };
  if (q.loss.type === 'binaryCrossentropy' && q.last?.output === 'distribution') {
    const fixes = mend(q, 'set-loss', { type: 'categoricalCrossentropy' });
    return [finding('softmax-with-binary', 'warning', here, {}, fixes)];
  }
  const readsProbabilities = q.loss.type !== 'meanSquaredError' && q.loss.on === 'probabilities';
  if (!readsProbabilities || q.last?.output !== undefined) return [];
  const set: Command = {
    type: 'setParams',
    id: q.lossId,
    params: q.lossKind.fit({ on: 'logits' }),
  };
  const data = { before: q.before };
  const fixes = [fix('read-logits', {}, set)];
  return [finding('probabilities-expected', 'warning', here, data, fixes)];
}

/** The squared error stays as it is; an entropy becomes the given one. */
const squaredOr = (q: Question, type: LossSpec['type']): LossSpec['type'] =>
  q.loss.type === 'meanSquaredError' ? q.loss.type : type;

/**
 * Brings the whole end of the network into a state that holds: the loss with the wanted change, the
 * width that the labels need with it, and a last layer that can give that. `code` says which of these
 * the person is told.
 */
function mend(q: Question, code: FixCode, change: Partial<LossSpec>): ProblemFix[] {
  const output = q.last?.output;
  const squashed: Partial<LossSpec> = output === undefined ? {} : { on: 'probabilities' };
  const loss: LossSpec = { ...q.loss, ...squashed, ...change };
  const { width } = targetFor(loss, q.target);
  const changes: Command[] = [];
  const differs = loss.type !== q.loss.type || loss.on !== q.loss.on;
  if (differs) {
    const params = q.lossKind.fit({ type: loss.type, on: loss.on });
    changes.push({ type: 'setParams', id: q.lossId, params });
  }
  const sized = width === q.width ? [] : resize(q, width, loss);
  if (!sized) return [];
  changes.push(...sized);
  const needed = neededOutput(loss, width, output);
  const kind = needed && findCompute(q.catalogue, (candidate) => candidate.output === needed);
  if (kind) changes.push({ type: 'replace', id: q.wire.from, node: nodeOf(kind) });
  const sizer = sized.find((command) => command.type === 'setParams');
  const name = (sizer && q.resolution.nodes.get(sizer.id)?.name) ?? q.before;
  const inserted = sized.find((command) => command.type === 'insertOnWire');
  const dense = inserted && q.catalogue.layers.get(inserted.node.kind)?.title;
  const told = code === 'set-size' && dense ? 'insert' : code;
  const data = { name, size: width, lossType: loss.type, kind: kind?.title ?? dense ?? '' };
  return changes.length > 0 ? [fix(told, data, ...changes)] : [];
}

/** What the last layer must be instead, if it cannot stay. */
function neededOutput(
  loss: LossSpec,
  width: number,
  output: ComputeKind['output'],
): ComputeKind['output'] {
  if (output === 'distribution' && width === 1) return 'probability';
  const categorical = loss.type === 'categoricalCrossentropy';
  return output === 'probability' && categorical ? 'distribution' : undefined;
}

/** Gives the output a width: by the layer that decides it, or by a new one before the squashing. */
function resize(q: Question, width: number, loss: LossSpec): readonly Command[] | undefined {
  const [bySizer] = resizing(q.graph, q.resolution, q.shapes, q.wire.from, width);
  if (bySizer) return bySizer.changes;
  const kind = findCompute(q.catalogue, (candidate) => candidate.sizeParam !== undefined);
  const into =
    q.last?.output === undefined
      ? q.wire
      : q.graph.wires.find((candidate) => candidate.to === q.wire.from);
  if (!kind?.sizeParam || !into) return undefined;
  const reads = q.last?.output === undefined && loss.type !== 'meanSquaredError';
  const logits: Command[] = reads
    ? [{ type: 'setParams', id: q.lossId, params: q.lossKind.fit({ on: 'logits' }) }]
    : [];
  const [inserted] = insertion(q.graph, into, kind, { [kind.sizeParam]: width }, ...logits);
  return inserted?.changes;
}
