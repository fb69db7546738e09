import { isTrainable, type Network } from '../../compiler/ir.ts';
import { createRandom, type Random, type RandomState, randomAt } from '../../core/random.ts';
import { type Samples, scaledZero } from '../../core/samples.ts';
import type { Dataset } from '../../datasets/define-dataset.ts';
import type { Training } from '../../document/training-schema.ts';
import type { Task } from '../choice/task.ts';
import type { Batch } from '../executor.ts';
import { createEvaluator, type Evaluator } from '../figures/evaluator.ts';
import { createAugmenter } from './augment.ts';
import { isBalanced, isWhole } from './balance.ts';
import {
  type BatchPlan,
  batchRows,
  firstBatch,
  type PlanMark,
  type Portion,
  planBatches,
} from './batches.ts';
import { createSampleLoader, type LoadAsset, prepareData, type TrainingData } from './data.ts';

/** Samples that were fetched for a network, before they take the place of others. */
export interface Delivery {
  readonly network: Network;
  readonly samples: Samples;
}

/** A place in the order of batches: good only for the very settings that it was taken under. */
export interface BatchMark {
  readonly settings: string;
  readonly plan: PlanMark;
  readonly augment: RandomState;
}

/** The order of batches, and the stream that images are moved by. */
interface Route {
  /** The settings that it is of. */
  readonly settings: string;
  readonly plan: BatchPlan;
  readonly moves: Random;
}

const nameOf = ({ seed, batchSize, shuffle, wrap, balance, testShare }: Training): string =>
  JSON.stringify([seed, batchSize, shuffle, wrap, balance, testShare]);

/** The data of the network at hand, as the training settings divide them. */
export function createDataRoom(datasets: ReadonlyMap<string, Dataset>, loadAsset: LoadAsset) {
  const loadSamples = createSampleLoader(datasets, loadAsset);
  let delivery: Delivery | undefined;
  let data: TrainingData | undefined;
  let evaluator: Evaluator | undefined;
  let settings: Training | undefined;
  let route: Route | undefined;
  let lastMark: BatchMark | undefined;
  /** The next batch, where somebody has looked at it before its turn. */
  let ahead: { readonly before: BatchMark | undefined; readonly portion: Portion } | undefined;

  /** Sets the rows for testing apart; what was measured on others says nothing any more. */
  function divide({ testShare }: Training): void {
    if (!delivery) return;
    data = prepareData(delivery.network, delivery.samples, testShare);
    evaluator = createEvaluator(data);
    ahead = undefined;
  }

  /** The batches of the settings at hand, from their beginning or from a mark. */
  function routeFrom(mark: BatchMark | undefined): Route | undefined {
    if (!delivery || !data || !settings) return undefined;
    const random = createRandom(settings.seed);
    const { spec, preparation } = delivery.network.source;
    const { augmentation } = preparation;
    const ground = scaledZero(data.train.samples.scaling);
    const name = nameOf(settings);
    const from = mark?.settings === name ? mark : undefined;
    const moves = from ? randomAt(from.augment) : random.fork('augment');
    const augment = augmentation && createAugmenter(spec.input, augmentation, moves, ground);
    const plan = planBatches(data.train, settings, random.fork('batches'), augment, from?.plan);
    return { settings: name, plan, moves };
  }

  function markNow(): BatchMark | undefined {
    if (!route) return undefined;
    const { settings, plan: batches, moves } = route;
    const plan = batches.mark();
    // Where every batch is the whole set there is one place only; images that are moved have new batches.
    if (lastMark?.plan !== plan) lastMark = { settings, plan, augment: moves.state() };
    return lastMark;
  }

  return {
    data: () => data,
    evaluator: () => evaluator,
    /** Fetches what a network needs. Changes nothing yet, since it may fail. */
    fetch: async (network: Network): Promise<Delivery> => ({
      network,
      samples: await loadSamples(network.source),
    }),
    furnish: (next: Delivery, training: Training): void => {
      delivery = next;
      divide(training);
    },
    divide,
    /** Begins an epoch with the batches that a seed gives, or goes on from a mark of the same settings. */
    replan: (training: Training, mark?: BatchMark): void => {
      settings = training;
      ahead = undefined;
      route = routeFrom(mark);
      if (delivery && data)
        evaluator?.track(delivery.network, {
          batchRows: batchRows(data.train, training),
          tellsLoss: isWhole(delivery.network.source.spec, training),
        });
    },
    /** Where the order of batches is: the next one that is handed out is the first from there. */
    mark: (): BatchMark | undefined => (ahead ? ahead.before : markNow()),
    /** The first batch from a mark; leaves the order of batches alone. */
    batchAt: (mark: BatchMark | undefined): Batch | undefined => routeFrom(mark)?.plan.next().batch,
    /** The next batch to train on. */
    next: (): Portion | undefined => {
      const portion = ahead?.portion ?? route?.plan.next();
      ahead = undefined;
      return portion;
    },
    /** The batch that `next` will give. */
    upcoming: (): Portion | undefined => {
      if (!ahead && route) ahead = { before: markNow(), portion: route.plan.next() };
      return ahead?.portion;
    },
    /** Rows of a batch. */
    rows: (training: Training): number => (data ? batchRows(data.train, training) : 0),
    /** What candidates are tried with: a real batch, or one row of a network that is only looked at. */
    trialOf: (training: Training): Pick<Task, 'batch' | 'optimizer'> => {
      if (!delivery || !data) throw new Error('nothing to train on');
      const { optimizer } = training;
      if (!isTrainable(delivery.network)) return { batch: firstBatch(data.train, 1), optimizer };
      if (!isBalanced(data.train.samples.spec, training))
        return { batch: firstBatch(data.train, batchRows(data.train, training)), optimizer };
      // Some of its rows are there more than once: as many as the set has may be too few.
      const { batch } = planBatches(data.train, training, createRandom(training.seed)).next();
      return { batch, optimizer };
    },
  };
}

/** The data of the network that trains, in batches. */
export type DataRoom = ReturnType<typeof createDataRoom>;
