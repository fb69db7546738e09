import { type Ir, type IrNode, isTrainable, type Network } from '../../compiler/ir.ts';
import { squashOf } from '../../core/derivative.ts';
import { sizeOf } from '../../core/shape.ts';
import { evenBatch } from '../../engine/data/batches.ts';
import type { Dissection } from '../../engine/executor.ts';
import { createPictureKeeper } from '../../engine/pictures/kept-picture.ts';
import type { Probe } from '../../engine/pictures/probe.ts';
import { type Judgement, judge, type LayerStatistics } from '../../engine/spread/judge.ts';
import { rootMeanSquare, type Spread, spreadOf } from '../../engine/spread/spread.ts';
import { JUDGED_ROWS, standingsOf } from '../../engine/spread/standing.ts';

/** Which layers are on screen. */
export interface SpreadRequest {
  readonly nodes: readonly string[];
}

/** How a layer's numbers are spread over rows of the training set. */
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
      const found = await dissect(evenBatch(data.train, JUDGED_ROWS));
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
        judgements: judge(statisticsOf(network, found)),
      };
    };
    const numbers = network.nodes.reduce((sum, node) => sum + sizeOf(node.outputShape), 0);
    const isQuick = executor === 'fused' && numbers * JUDGED_ROWS < SMALL;
    return isQuick ? draw() : keep(data, moment, request.nodes.join(' '), draw);
  },
};

const listOf = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

const specsOf = ({ nodes }: Network, id: string): IrNode['weights'] =>
  nodes.find((node) => node.id === id)?.weights ?? [];

/** What each layer is judged by. */
function statisticsOf(ir: Ir, found: Dissection): readonly LayerStatistics[] {
  const standings = new Map(standingsOf(ir, found).map((each) => [each.node, each]));
  return ir.nodes.map(({ id, weights, inputs, derivative }) => ({
    node: id,
    reads: inputs,
    learns: weights.some(({ trainable }) => trainable),
    standing: standings.get(id),
    gradient: rootMeanSquare(found.gradients[id] ?? new Float64Array(0)),
    steepest: derivative?.of === 'each' ? squashOf(derivative.slope) : undefined,
  }));
}
