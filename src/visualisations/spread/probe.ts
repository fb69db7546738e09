import { type IrNode, isTrainable, type Network } from '../../compiler/ir.ts';
import { boundsOf } from '../../core/bounds.ts';
import { sizeOf } from '../../core/shape.ts';
import { firstBatch } from '../../engine/batches.ts';
import type { Dissection } from '../../engine/executor.ts';
import { createPictureKeeper } from '../../engine/kept-picture.ts';
import type { Probe } from '../../engine/probe.ts';
import { type Judgement, judge, type LayerStatistics } from '../../engine/spread/judge.ts';
import {
  deadUnits,
  rootMeanSquare,
  type Spread,
  saturatedShare,
  spreadOf,
} from '../../engine/spread/spread.ts';

/** Which layers are on screen. */
export interface SpreadRequest {
  readonly nodes: readonly string[];
}

/** How a layer's numbers are spread over the first rows of the training set. */
export interface NodeSpread {
  readonly weights: Spread | undefined;
  readonly values: Spread | undefined;
  readonly gradients: Spread | undefined;
}

/** Spreads of the layers on screen, and what is worth a word about any layer. */
export interface SpreadPicture {
  readonly nodes: Readonly<Record<string, NodeSpread>>;
  readonly judgements: readonly Judgement[];
}

/** Rows that an update is taken apart for. */
const ROWS = 100;
/** A network with more numbers than these, or one on tensors, is taken apart once a second. */
const SMALL = 20_000;

const keep = createPictureKeeper<SpreadPicture>();

/** Distributions of weights, values and gradients, and what they say. */
export const spreadProbe: Probe<SpreadRequest, SpreadPicture> = {
  id: 'spread',
  compute: async (context, request) => {
    const { network, data, moment, dissect, readWeights, executor } = context;
    if (!isTrainable(network)) return undefined;
    const draw = async (): Promise<SpreadPicture> => {
      const found = await dissect(firstBatch(data.train, ROWS));
      const weights = await readWeights();
      const trained = (id: string): readonly Float32Array[] =>
        weights[id]?.filter((_, i) => specsOf(network, id)[i]?.trainable) ?? [];
      return {
        nodes: Object.fromEntries(
          request.nodes.map((id) => [
            id,
            {
              weights: spreadOf(trained(id)),
              values: spreadOf(listOf(found.values[id])),
              gradients: spreadOf(listOf(found.gradients[id])),
            },
          ]),
        ),
        judgements: judge(network.nodes.map((node) => statisticsOf(node, found))),
      };
    };
    const numbers = network.nodes.reduce((sum, node) => sum + sizeOf(node.outputShape), 0);
    const isQuick = executor === 'fused' && numbers * ROWS < SMALL;
    return isQuick ? draw() : keep(data, moment, request.nodes.join(' '), draw);
  },
};

const listOf = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

const specsOf = ({ nodes }: Network, id: string): IrNode['weights'] =>
  nodes.find((node) => node.id === id)?.weights ?? [];

/** What a layer is judged by. */
function statisticsOf(node: IrNode, { values, gradients }: Dissection): LayerStatistics {
  const { id, operation, outputShape, weights, inputs, derivative } = node;
  const all = values[id] ?? new Float64Array(0);
  const bounds = boundsOf(operation);
  const slope = derivative?.of === 'each' ? derivative.slope : undefined;
  const units = outputShape.at(-1) ?? 1;
  const closes = slope?.name === 'bent' && slope.below === 0;
  return {
    node: id,
    reads: inputs,
    learns: weights.some(({ trainable }) => trainable),
    saturated: slope && bounds && saturatedShare(all, bounds),
    ...(closes && { dead: deadUnits(all, units), units }),
    gradient: rootMeanSquare(gradients[id] ?? new Float64Array(0)),
    steepest: slope && steepest[slope.name],
  };
}

/** The steepest slope of functions that have none of 1. */
const steepest: Readonly<Record<string, number>> = { sigmoid: 0.25, hardSigmoid: 0.2 };
