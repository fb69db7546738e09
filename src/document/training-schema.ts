import * as z from 'zod';
import { frozenSchema } from './frozen-schema.ts';

/** The update rules on offer, in the order they are shown. */
export const optimizerTypes = [
  'sgd',
  'momentum',
  'nesterov',
  'rmsprop',
  'adagrad',
  'adadelta',
  'adam',
  'adamax',
] as const;

/** Limits of the training settings, shown beside the controls that set them. */
export const trainingLimits = {
  learningRate: { min: 1e-12, max: 100 },
  momentum: { min: 0, max: 0.9999 },
  batchSize: { min: 1, max: 10_000 },
  testShare: { min: 0, max: 0.9 },
  seed: { min: 0, max: 2_147_483_647 },
  stopAt: { min: 1, max: 100_000_000 },
} as const;

const within = (name: 'learningRate' | 'momentum' | 'testShare') =>
  z
    .number()
    .min(trainingLimits[name].min)
    .max(trainingLimits[name].max)
    // A file knows no −0.
    .overwrite((value) => value + 0);
const integer = (name: 'batchSize' | 'seed' | 'stopAt') =>
  z.int().min(trainingLimits[name].min).max(trainingLimits[name].max);

const optimizerSchema = z.object({
  type: z.enum(optimizerTypes),
  learningRate: within('learningRate'),
  /** Share of the last update that is carried on; read by momentum and Nesterov. */
  momentum: within('momentum').default(0.9),
});

/** How the network is trained; saved with the graph, changed without touching it. */
export const trainingSchema = z.object({
  optimizer: optimizerSchema,
  batchSize: z.union([z.literal('full'), integer('batchSize')]),
  shuffle: z.boolean(),
  /** A batch that comes to the end of the set goes on at its beginning, instead of being short. */
  wrap: z.boolean().default(false),
  /** Rows of rarer classes are drawn more often, so that every class counts alike in the updates. */
  balance: z.boolean().default(false),
  testShare: within('testShare'),
  seed: integer('seed'),
  /** Update after which a run pauses by itself. */
  stopAt: integer('stopAt').nullable().default(null),
  /** Numbers that no update changes. */
  frozen: frozenSchema.default({}),
});

/** How the network is trained. */
export type Training = z.infer<typeof trainingSchema>;
/** An update rule with its settings. */
export type OptimizerSettings = Training['optimizer'];

/** Whether two settings differ at most in their rate, so that a rule's memory stays good. */
export const sameRule = (a: OptimizerSettings, b: OptimizerSettings): boolean =>
  a.type === b.type &&
  (a.momentum === b.momentum || (a.type !== 'momentum' && a.type !== 'nesterov'));

/** What a new document trains with. */
export const defaultTraining: Training = {
  optimizer: { type: 'sgd', learningRate: 0.1, momentum: 0.9 },
  batchSize: 'full',
  shuffle: true,
  wrap: false,
  balance: false,
  testShare: 0,
  seed: 1,
  stopAt: null,
  frozen: {},
};
