import { compile } from '../../compiler/compile.ts';
import type { Ir, Network } from '../../compiler/ir.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import type { Tensor } from '../../core/tensor/tensor.ts';
import { applyCommands, type Command } from '../../document/commands.ts';
import type { Expectation, GraphDocument } from '../../document/schema.ts';
import type { Training } from '../../document/training-schema.ts';
import type { Distance } from '../../engine/build-plan.ts';
import type { WeightMap } from '../../engine/executor.ts';
import type { Frame } from '../../engine/frame.ts';
import type { Watch } from '../../engine/pictures/probe.ts';
import { breakOf } from '../../engine/run-failure.ts';
import type { AskPicture } from '../../visualisations/ask/probe.ts';
import type { LayerMapsPicture } from '../../visualisations/layer-maps/probe.ts';
import type { TablePicture } from '../../visualisations/truth-table/probe.ts';

/** A session, as far as a lesson is tried on it. */
export interface Trial {
  readonly build: (network: Network, training: Training) => Promise<void>;
  readonly advance: (distance: Distance) => Promise<void>;
  readonly watch: (watch: Watch) => Promise<void>;
  readonly last: () => Frame;
}

/** One figure of a lesson, wanted and got. */
export interface Check {
  readonly figure: string;
  readonly wanted: number;
  readonly got: number;
  /** How far it may be off. */
  readonly within: number;
  readonly holds: boolean;
}

/** Rows of the training set that outputs are compared for. */
const MOST_ROWS = 1000;

/** Holds what comes of a lesson against what it must reach. Throws where its graph cannot be computed. */
export async function checkLesson(
  document: GraphDocument,
  expected: Expectation,
  catalogue: Catalogue,
  trial: Trial,
): Promise<readonly Check[]> {
  const changes = Object.entries(expected.changes ?? {}).map(
    ([id, params]): Command => ({ type: 'setParams', id, params }),
  );
  const swaps = Object.entries(expected.kinds ?? {}).map(
    ([id, kind]): Command => ({ type: 'replace', id, node: { kind, params: {} } }),
  );
  const { graph, training } = applyCommands(document, [...changes, ...swaps]);
  const { learningRate, optimizer: type, balance = training.balance } = expected;
  const optimizer = {
    ...training.optimizer,
    ...(type && { type }),
    ...(learningRate && { learningRate }),
  };
  const settings: Training = { ...training, optimizer, balance, stopAt: null };
  const { ir, network, calculates, values } = compile(
    graph,
    catalogue,
    training.batchSize,
    training.balance,
  );
  if (calculates) return checkValues(values, expected);
  if (ir) return checkTraining(ir, settings, expected, trial);
  // A lesson with a loss is not checked by looking at it.
  const isLooked = expected.values !== undefined || expected.shapes !== undefined;
  if (!network || !isLooked) throw new Error(`${document.meta.lesson?.id} cannot be computed`);
  return checkStill(network, settings, expected, trial);
}

/** Trains from the starting weights. */
async function checkTraining(
  ir: Ir,
  training: Training,
  expected: Expectation,
  trial: Trial,
): Promise<readonly Check[]> {
  const { updates, losses = {}, testLosses = {}, tolerance, lossTolerance } = expected;
  await trial.build(ir, training);
  const checks: Check[] = [];
  const loss = (figure: string, wanted: number): void => {
    const got = trial.last().train?.loss ?? Number.NaN;
    checks.push(compare(figure, wanted, got, lossTolerance * Math.abs(wanted)));
  };
  const steps = [...new Set([losses, testLosses].flatMap(Object.keys))].map(Number);
  for (const step of steps.sort((a, b) => a - b)) {
    await to(trial, step);
    const [own, onTest] = [losses[step], testLosses[step]];
    if (own !== undefined) loss(`loss after ${step}`, own);
    if (onTest === undefined) continue;
    const got = trial.last().test?.loss ?? Number.NaN;
    checks.push(compare(`test loss after ${step}`, onTest, got, lossTolerance * onTest));
  }
  await trial.watch({
    'truth-table': { rows: MOST_ROWS },
    ask: { rows: (expected.asks ?? []).map(({ inputs }) => inputs) },
  });
  await to(trial, updates);
  const { step, train, test, pictures, weights, failure } = trial.last();
  const { breaks } = expected;
  if (breaks) {
    const { infinite = Number.NaN, nan = Number.NaN } = breakOf(failure);
    if (breaks.infinite !== undefined) {
      checks.push(compare('first infinite loss', breaks.infinite, infinite, 0));
    }
    checks.push(compare('first loss that is none', breaks.nan, nan, 0));
    return checks;
  }
  checks.push(compare('updates', updates, step, 0));
  if (expected.loss !== undefined) loss('loss', expected.loss);
  const table = pictures['truth-table'] as TablePicture | undefined;
  const outputs = table?.rows.flatMap(({ output }) => output) ?? [];
  each('output', expected.outputs, outputs);
  const asked = pictures['ask'] as AskPicture | undefined;
  expected.asks?.forEach(({ inputs, answer }, i) => {
    each(`ask ${inputs.join(', ')}:`, answer, asked?.answers[i] ?? []);
  });
  for (const [node, tensors] of Object.entries(expected.weights ?? {})) {
    tensors.forEach((values, i) => {
      each(`${node} weight ${i}`, values, tensorOf(weights, node, i));
    });
  }
  if (expected.accuracy !== undefined) {
    checks.push(compare('accuracy', expected.accuracy, train?.accuracy ?? Number.NaN, tolerance));
  }
  if (expected.testAccuracy !== undefined) {
    const got = test?.accuracy ?? Number.NaN;
    const holds = got > expected.testAccuracy - tolerance;
    checks.push({
      figure: 'test accuracy, at least',
      wanted: expected.testAccuracy,
      got,
      within: tolerance,
      holds,
    });
  }
  return checks;

  function each(name: string, wanted: readonly number[] | undefined, got: ArrayLike<number>): void {
    if (!wanted) return;
    if (wanted.length !== got.length) {
      checks.push(compare(`${name} count`, wanted.length, got.length, 0));
      return;
    }
    wanted.forEach((value, i) => {
      checks.push(compare(`${name} ${i}`, value, got[i] ?? Number.NaN, tolerance));
    });
  }
}

/** Looks at what calculations give. */
function checkValues(
  tensors: ReadonlyMap<string, Tensor>,
  { values = {}, shapes = {} }: Expectation,
): readonly Check[] {
  const checks = Object.entries(shapes).flatMap(([id, shape]) =>
    compareAll(`${id} shape`, shape, tensors.get(id)?.shape ?? []),
  );
  for (const [id, numbers] of Object.entries(values)) {
    checks.push(...compareAll(`${id} value`, numbers, tensors.get(id)?.values ?? []));
  }
  return checks;
}

/** Looks at a network as it stands. */
async function checkStill(
  network: Network,
  training: Training,
  { values = {}, shapes = {} }: Expectation,
  trial: Trial,
): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const [id, shape] of Object.entries(shapes)) {
    const found = network.nodes.find((node) => node.id === id)?.outputShape ?? [];
    checks.push(...compareAll(`${id} shape`, shape, found));
  }
  await trial.build(network, training);
  for (const [node, wanted] of Object.entries(values)) {
    const sample = { type: 'row', part: 'train', index: 0 };
    await trial.watch({ 'layer-maps': { sample, node, unit: 0, after: undefined } });
    const picture = trial.last().pictures['layer-maps'] as LayerMapsPicture | undefined;
    checks.push(...compareAll(`${node} value`, wanted, picture?.output.values ?? []));
  }
  return checks;
}

async function to(trial: Trial, update: number): Promise<void> {
  const steps = update - trial.last().step;
  if (steps > 0) await trial.advance({ steps });
}

const tensorOf = (weights: WeightMap | undefined, node: string, i: number): ArrayLike<number> =>
  weights?.[node]?.[i] ?? [];

/** As many numbers, and each the very same. */
const compareAll = (
  figure: string,
  wanted: readonly number[],
  got: ArrayLike<number>,
): readonly Check[] => [
  compare(`${figure} count`, wanted.length, got.length, 0),
  ...wanted.map((value, i) => compare(`${figure} ${i}`, value, got[i] ?? Number.NaN, 0)),
];

const compare = (figure: string, wanted: number, got: number, within: number): Check => ({
  figure,
  wanted,
  got,
  within,
  holds: Math.abs(got - wanted) <= within,
});
