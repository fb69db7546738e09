import type { Ir } from '../../../compiler/ir.ts';
import type { Operation } from '../../../core/operation.ts';
import { applyCommands, type Command } from '../../../document/commands.ts';
import { freeId, nodeIds } from '../../../document/queries.ts';
import type { GraphDocument } from '../../../document/schema.ts';
import {
  canDie,
  canSaturate,
  isBlocked,
  saturation,
  silence,
} from '../../../engine/spread/standing.ts';
import type { ComputeKind } from '../../../layers/define-layer.ts';
import { redrawing } from '../../new-start.ts';
import { type Change, count, figure, type Rule, type RunFacts, rate, text } from '../advice.ts';
import { kindThat } from '../find-kind.ts';
import { isPoor, isSteady } from '../signs.ts';

/** Updates for which the loss must have stood. */
const LONG = 1000;
/** How far from the level it may have been, as a share of it. */
const NEAR = 0.001;
/** Of a curve with every update, those that are judged by: what is thinned out later does not change them. */
const GRID = 64;
/** Units of a hidden layer that is offered. */
const UNITS = 4;
/** Steps that, one after another, are no more than one affine layer. */
const STRAIGHT: ReadonlySet<Operation['op'] | undefined> = new Set([
  'affine',
  'sum',
  'mean',
  'concat',
  'identity',
  'dropout',
  'noise',
] as const);

interface Stand {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/** The loss stands at ln 2, or ln k: what answering the classes' shares to every row costs. */
export const stuck: Rule = {
  id: 'stuck',
  wants: (facts) => {
    const { ir, frame, known } = facts;
    if (frame.step < LONG || ir.loss.spec.type === 'meanSquaredError') return undefined;
    if (!known.data) return 'data';
    return canBeBlocked(ir) && firstStand(facts) ? 'layers' : undefined;
  },
  judge: (facts) => {
    const { ir, known } = facts;
    const { classes, idle } = known.data ?? {};
    if (!classes || !idle || !isPoor(facts)) return undefined;
    // Layers that let no gradient through are the cause, and are named instead.
    if (canBeBlocked(ir) && !known.layers) return undefined;
    if (known.layers?.some((layer) => isBlocked(Math.max(saturation(layer), silence(layer)))))
      return undefined;
    const found = firstStand(facts);
    if (!found) return undefined;
    const { from, to, low, high } = found;
    return {
      step: to,
      figures: {
        updates: count(to - from),
        low: figure(low),
        high: figure(high),
        level: text(nameOf(classes)),
        value: figure(idle),
      },
      change: changeFor(facts),
    };
  },
};

const canBeBlocked = (ir: Ir): boolean =>
  ir.nodes.some((node) => canSaturate(ir, node) || canDie(node));

/**
 * The first time that the loss stood at the level for long enough, from one update to another: the same
 * however late it is looked, and whatever has been thinned out of the curve since.
 */
function firstStand(facts: RunFacts): Stand | undefined {
  const { idle } = facts.known.data ?? {};
  if (!idle) return undefined;
  const { steps, values } = facts.frame.history.train;
  let stand: Stand | undefined;
  for (const [i, loss] of values.entries()) {
    const to = steps[i] ?? 0;
    if (isSteady(facts) && to % GRID !== 0) continue;
    const { from, low, high } = stand ?? { from: to, low: loss, high: loss };
    const isNear = Math.abs(loss - idle) <= NEAR * idle;
    stand = isNear ? { from, to, low: Math.min(low, loss), high: Math.max(high, loss) } : undefined;
    if (stand && to - from >= LONG) return stand;
  }
  return undefined;
}

/** ln 2 where two classes have the same size; else what it is. */
function nameOf(classes: readonly number[]): string {
  const isEven = classes.every((each) => each === classes[0]);
  return isEven ? `ln ${classes.length}` : '−Σ p·ln p';
}

/** A hidden layer where nothing bends what is learnt; else a rule that takes small gradients for whole steps. */
function changeFor({ ir, document, catalogue }: RunFacts): Change | undefined {
  const learning = ir.nodes.filter(({ weights }) => weights.length > 0);
  const last = learning.at(-1);
  if (last && isStraightBefore(ir, last.id)) {
    const affine = kindThat(catalogue, 'affine');
    const bent = kindThat(catalogue, 'tanh');
    const commands = affine && bent && hiddenBefore(document, last.id, affine, bent);
    return commands
      ? { code: 'addHidden', figures: { units: count(UNITS) }, commands, startsOver: true }
      : undefined;
  }
  const { optimizer } = document.training;
  if (optimizer.type !== 'sgd') return undefined;
  const adam = { ...optimizer, type: 'adam', learningRate: 0.01 } as const;
  return {
    code: 'useAdam',
    figures: { rate: rate(adam.learningRate) },
    commands: [{ type: 'setTraining', training: { optimizer: adam } }],
    startsOver: true,
  };
}

/** Whether all but a node and what follows it comes to one affine layer, however many there are. */
function isStraightBefore({ nodes }: Ir, id: string): boolean {
  const after = new Set([id]);
  for (const node of nodes) if (node.inputs.some((input) => after.has(input))) after.add(node.id);
  return nodes.every((node) => after.has(node.id) || STRAIGHT.has(node.operation?.op));
}

/** A layer and its activation on the wire that leads into a node; exactly given weights are drawn anew. */
function hiddenBefore(
  document: GraphDocument,
  id: string,
  affine: ComputeKind,
  bent: ComputeKind,
): Command[] | undefined {
  const wire = document.graph.wires.find(({ to }) => to === id);
  if (!wire || affine.sizeParam === undefined) return undefined;
  const hidden = freeId(nodeIds(document.graph), affine.kind);
  const first: Command = {
    type: 'insertOnWire',
    wire: wire.id,
    id: hidden,
    node: { kind: affine.kind, params: { [affine.sizeParam]: UNITS } },
  };
  const grown = applyCommands(document, [first]);
  const second = grown.graph.wires.find(({ from }) => from === hidden);
  if (!second) return undefined;
  const squash: Command = {
    type: 'insertOnWire',
    wire: second.id,
    id: freeId(nodeIds(grown.graph), bent.kind),
    node: { kind: bent.kind, params: {} },
  };
  // Weights given one by one do not fit a layer that reads other inputs.
  return [first, squash, ...redrawing(document.graph)];
}
