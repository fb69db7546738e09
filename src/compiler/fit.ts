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
  return found ? [found] : rawOutput(question);
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
  const width = q.target.size;
  const fixes = fixLoss(q, { type: 'meanSquaredError' }, ...sizeChange(q, width));
  const data = { lossType: q.loss.type };
  return finding('regression-with-classification-loss', 'error', { node: q.lossId }, data, fixes);
}

function wrongOutput(q: Question): Finding | undefined {
  const output = q.last?.output;
  const here = { node: q.wire.from };
  if (output === 'distribution' && q.width === 1) {
    return finding('softmax-one-unit', 'error', here, {}, softmaxMends(q));
  }
  if (output !== undefined && q.loss.on === 'logits') {
    const data = { before: q.before };
    const fixes = fixLoss(q, { on: 'probabilities' }, ...sizeChange(q, wanted(q)));
    return finding('logits-after-squash', 'error', { node: q.lossId }, data, fixes);
  }
  const categorical = q.loss.type === 'categoricalCrossentropy';
  if (output === 'probability' && categorical && q.loss.on === 'probabilities') {
    return finding('sigmoid-with-categorical', 'error', { node: q.lossId }, {}, sigmoidMends(q));
  }
  return undefined;
}

/** One class of two needs a sigmoid; more need a unit each. */
function softmaxMends(q: Question): ProblemFix[] {
  if (q.target.type === 'classes' && q.target.count > 2) {
    return resizing(q.graph, q.resolution, q.shapes, q.wire.from, q.target.count);
  }
  const change =
    q.loss.type === 'categoricalCrossentropy'
      ? [lossCommand(q, { type: 'binaryCrossentropy', on: 'probabilities' })]
      : [lossCommand(q, { on: 'probabilities' })];
  return replaceLast(q, 'probability', ...change);
}

/** Two classes in one unit fit the binary loss; a unit a class fits a softmax. */
function sigmoidMends(q: Question): ProblemFix[] {
  const binary = q.target.type === 'classes' && q.target.count === 2 && q.width !== 2;
  return binary
    ? fixLoss(q, { type: 'binaryCrossentropy' }, ...sizeChange(q, 1))
    : replaceLast(q, 'distribution', ...sizeChange(q, wanted(q)));
}

function wrongWidth(q: Question): Finding | undefined {
  const expected = wanted(q);
  if (q.width === expected) return undefined;
  const data = {
    before: q.before,
    got: q.width,
    expected,
    classes: q.target.type === 'classes' ? q.target.count : 0,
    task: q.target.type,
  };
  const resize = resizing(q.graph, q.resolution, q.shapes, q.wire.from, expected);
  const dense = findCompute(q.catalogue, (kind) => kind.sizeParam !== undefined && !kind.flattens);
  const logits: Command[] =
    q.loss.type === 'meanSquaredError' ? [] : [lossCommand(q, { on: 'logits' })];
  const insert = insertion(
    q.graph,
    q.wire,
    dense,
    { [dense?.sizeParam ?? '']: expected },
    ...logits,
  );
  const fixes = resize.length > 0 ? resize : insert;
  return finding('output-size', 'error', { node: q.wire.from }, data, fixes);
}

/** A cross-entropy on probabilities that reads a layer which may give any number: it trains, badly. */
function rawOutput(q: Question): Finding[] {
  const readsProbabilities = q.loss.type !== 'meanSquaredError' && q.loss.on === 'probabilities';
  if (!readsProbabilities || q.last?.output !== undefined) return [];
  const fixes = [fix('read-logits', {}, lossCommand(q, { on: 'logits' }))];
  const data = { before: q.before };
  return [finding('probabilities-expected', 'warning', { node: q.lossId }, data, fixes)];
}

const wanted = (q: Question): number => targetFor(q.loss, q.target).width;

const lossCommand = (q: Question, change: Partial<LossSpec>): Command => ({
  type: 'setParams',
  id: q.lossId,
  params: q.lossKind.fit(change),
});

function fixLoss(
  q: Question,
  change: Partial<LossSpec>,
  ...more: readonly Command[]
): ProblemFix[] {
  const code: FixCode = change.type === undefined ? 'read-probabilities' : 'set-loss';
  return [fix(code, { lossType: change.type ?? '' }, lossCommand(q, change), ...more)];
}

/** The commands that give the output this width, where it has another. */
const sizeChange = (q: Question, width: number): readonly Command[] =>
  width === q.width
    ? []
    : resizing(q.graph, q.resolution, q.shapes, q.wire.from, width).flatMap((mend) => mend.changes);

function replaceLast(
  q: Question,
  output: NonNullable<ComputeKind['output']>,
  ...more: readonly Command[]
): ProblemFix[] {
  const kind = findCompute(q.catalogue, (candidate) => candidate.output === output);
  if (!kind) return [];
  const replace: Command = { type: 'replace', id: q.wire.from, node: nodeOf(kind) };
  return [fix('replace', { kind: kind.title }, replace, ...more)];
}
