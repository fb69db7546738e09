import { applyCommands, type Command } from '../../../document/commands.ts';
import { freeId, nodeIds } from '../../../document/queries.ts';
import type { GraphDocument } from '../../../document/schema.ts';
import { isBlocked, saturation, silence } from '../../../engine/spread/standing.ts';
import type { ComputeKind } from '../../../layers/define-layer.ts';
import { redrawing } from '../../new-start.ts';
import { type Change, count, figure, type Rule, type RunFacts, rate, text } from '../advice.ts';
import { kindThat } from '../find-kind.ts';
import { lossNow, since } from '../signs.ts';

/** Updates for which the loss must have stood. */
const LONG = 1000;
/** How far from the level it may have been, as a share of it. */
const NEAR = 0.001;
/** Units of a hidden layer that is offered. */
const UNITS = 4;

/** The loss stands at ln 2, or ln k: what answering the classes' shares to every row costs. */
export const stuck: Rule = {
  id: 'stuck',
  wants: ({ ir, frame }) =>
    frame.step >= LONG && ir.loss.spec.type !== 'meanSquaredError' ? 'data' : undefined,
  judge: (facts) => {
    const { frame, known } = facts;
    const { classes, idle } = known.data ?? {};
    if (!classes || !idle || frame.step < LONG) return undefined;
    // Layers that let no gradient through are the cause, and are named instead.
    if (known.layers?.some((layer) => isBlocked(Math.max(saturation(layer), silence(layer)))))
      return undefined;
    const isNear = (loss: number): boolean => Math.abs(loss - idle) <= NEAR * idle;
    const { steps, values } = frame.history.train;
    const away = values.findLastIndex((loss) => !isNear(loss));
    const from = steps[away + 1] ?? frame.step;
    if (frame.step - from < LONG || !isNear(lossNow(facts))) return undefined;
    const stood = since(frame.history.train, from);
    return {
      figures: {
        updates: count(frame.step - from),
        from: count(from),
        low: figure(Math.min(...stood)),
        high: figure(Math.max(...stood)),
        level: text(nameOf(classes)),
        value: figure(idle),
      },
      change: changeFor(facts),
    };
  },
};

/** ln 2 where two classes have the same size; else what it is. */
function nameOf(classes: readonly number[]): string {
  const isEven = classes.every((each) => each === classes[0]);
  return isEven ? `ln ${classes.length}` : '−Σ p·ln p';
}

/** A hidden layer where there is none; else a rule that takes small gradients for whole steps. */
function changeFor({ ir, document, catalogue }: RunFacts): Change | undefined {
  const learning = ir.nodes.filter(({ weights }) => weights.length > 0);
  const [only] = learning;
  if (only && learning.length === 1) {
    const affine = kindThat(catalogue, 'affine');
    const bent = kindThat(catalogue, 'tanh');
    const commands = affine && bent && hiddenBefore(document, only.id, affine, bent);
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
