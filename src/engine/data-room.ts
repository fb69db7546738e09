import { isTrainable, type Network } from '../compiler/ir.ts';
import { createRandom } from '../core/random.ts';
import { type Samples, scaledZero } from '../core/samples.ts';
import type { Dataset } from '../datasets/define-dataset.ts';
import type { Training } from '../document/training-schema.ts';
import { createAugmenter } from './augment.ts';
import { type BatchPlan, batchRows, firstBatch, type Portion, planBatches } from './batches.ts';
import type { Task } from './choice/task.ts';
import { createSampleLoader, type LoadAsset, prepareData, type TrainingData } from './data.ts';
import { createEvaluator, type Evaluator } from './evaluator.ts';

/** Samples that were fetched for a network, before they take the place of others. */
export interface Delivery {
  readonly network: Network;
  readonly samples: Samples;
}

/** The data of the network at hand, as the training settings divide them. */
export function createDataRoom(datasets: ReadonlyMap<string, Dataset>, loadAsset: LoadAsset) {
  const loadSamples = createSampleLoader(datasets, loadAsset);
  let delivery: Delivery | undefined;
  let data: TrainingData | undefined;
  let evaluator: Evaluator | undefined;
  let plan: BatchPlan | undefined;
  /** The next batch, where somebody has looked at it before its turn. */
  let ahead: Portion | undefined;

  /** Sets the rows for testing apart; what was measured on others says nothing any more. */
  function divide({ testShare }: Training): void {
    if (!delivery) return;
    data = prepareData(delivery.network, delivery.samples, testShare);
    evaluator = createEvaluator(data);
    ahead = undefined;
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
    /** Begins an epoch with the batches that a seed gives. */
    replan: (training: Training): void => {
      if (!delivery || !data) return;
      const random = createRandom(training.seed);
      const { spec, preparation } = delivery.network.source;
      const { augmentation } = preparation;
      const ground = scaledZero(data.train.samples.scaling);
      const augment =
        augmentation && createAugmenter(spec.input, augmentation, random.fork('augment'), ground);
      ahead = undefined;
      plan = planBatches(data.train, training, random.fork('batches'), augment);
    },
    /** The next batch to train on. */
    next: (): Portion | undefined => {
      const portion = ahead ?? plan?.next();
      ahead = undefined;
      return portion;
    },
    /** The batch that `next` will give. */
    upcoming: (): Portion | undefined => {
      ahead ??= plan?.next();
      return ahead;
    },
    /** Rows of a batch. */
    rows: (training: Training): number => (data ? batchRows(data.train.rows, training) : 0),
    /** What candidates are tried with: a real batch, or one row of a network that is only looked at. */
    trialOf: (training: Training): Pick<Task, 'batch' | 'optimizer'> => {
      if (!delivery || !data) throw new Error('nothing to train on');
      const rows = isTrainable(delivery.network) ? batchRows(data.train.rows, training) : 1;
      return { batch: firstBatch(data.train, rows), optimizer: training.optimizer };
    },
  };
}

/** The data of the network that trains, in batches. */
export type DataRoom = ReturnType<typeof createDataRoom>;
