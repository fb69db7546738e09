import * as z from 'zod';
import type { Ir } from '../../compiler/ir.ts';
import { expectationsOf } from '../../document/queries.ts';
import type { GraphDocument } from '../../document/schema.ts';
import type { Training } from '../../document/training-schema.ts';
import type { Distance } from '../../engine/build-plan.ts';
import { outputsOf } from '../../engine/figures/metrics.ts';
import type { Frame } from '../../engine/frame.ts';
import type { Probe } from '../../engine/pictures/probe.ts';
import type { RunFailure } from '../../engine/run-failure.ts';
import { layerCatalogue } from '../../layers/index.ts';
import { loadDocument } from './document.ts';
import { createNodeSession } from './node-session.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import {
  createReporter,
  figuresOf,
  printableOutputs,
  printableWeights,
  summary,
} from './report.ts';

/** Updates of a document that names no number of them. */
const USUAL_STEPS = 1000;

/** Trains one document in Node, by the same session as the page's worker. */
async function main(): Promise<number> {
  z.config({ jitless: true });
  const options = readOptions(process.argv.slice(2));
  if (!options.ok) return refuse(options.error);
  if (options.value.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const loaded = await loadDocument(options.value.file);
  if (!loaded.ok) return refuse(loaded.error);
  return train(options.value, loaded.value);
}

async function train(
  options: Options,
  { document, ir }: { document: GraphDocument; ir: Ir },
): Promise<number> {
  const { seed = document.training.seed, executor, json } = options;
  const training: Training = { ...document.training, seed, stopAt: null };
  const updates = document.training.stopAt ?? expectationsOf(document)[0]?.updates ?? USUAL_STEPS;
  const distance: Distance = options.distance ?? { steps: updates };
  const share = ({ step, epoch }: Frame): number =>
    'steps' in distance ? step / distance.steps : epoch / distance.epochs;
  const reporter = createReporter(json, share);
  let last: Frame | undefined;
  const session = createNodeSession(new Map([[outputsProbe.id, outputsProbe]]), (frame) => {
    last = frame;
    reporter.report(frame);
  });
  if (executor) await session.prefer(executor);
  await session.build({ ir, training, build: 1, fresh: false });
  if (executor && last?.choice.name !== executor) {
    return refuse(`${executor} cannot run this network here; try fused, wasm or cpu.`);
  }
  // Ctrl-C ends the training and keeps what came of it; a second one ends the process.
  let stopped = false;
  process.once('SIGINT', () => {
    stopped = true;
    void session.pause();
  });
  await session.advance(distance);
  await session.watch({ [outputsProbe.id]: true });
  const end = last;
  await session.dispose();
  if (!end) return refuse('nothing was trained');
  reporter.end(end);
  if (json) {
    const raw = end.pictures[outputsProbe.id] as Float32Array | undefined;
    const outputs = raw ? printableOutputs(ir, raw) : null;
    const weights = end.weights ? printableWeights(ir, end.weights) : null;
    const { stepsPerSecond, ...figures } = figuresOf(end);
    const rest = { outputs, weights, stepsPerSecond, executor: end.choice.name };
    const failure = end.failure && { failure: end.failure };
    process.stdout.write(`${JSON.stringify({ ...figures, ...rest, ...failure })}\n`);
  } else {
    process.stdout.write(`${summary(end)}\n`);
  }
  if (end.failure) {
    const why = reasonOf(end.failure, document);
    process.stderr.write(`Training stopped at step ${end.step}: ${why}.\n`);
    return 1;
  }
  return stopped ? INTERRUPTED : 0;
}

/** What a shell calls a process that Ctrl-C has ended. */
const INTERRUPTED = 130;

/** Why training stopped by itself, in words. */
function reasonOf(failure: RunFailure, { graph }: GraphDocument): string {
  if (failure.type === 'crash') return failure.detail;
  const { node, where } = failure;
  const title = layerCatalogue.get(graph.nodes[node]?.kind ?? '')?.title.en ?? node;
  return `a number in the ${where} of ${title} (${node}) overflowed or is not a number; a smaller learning rate usually helps`;
}

/** Raw outputs for the whole training set. */
const outputsProbe: Probe<unknown, Float32Array> = {
  id: 'outputs',
  compute: ({ data, forward }) => outputsOf({ forward }, data.train),
};

function refuse(reason: string): number {
  process.stderr.write(`${reason.replaceAll(/\s+/g, ' ')}\n`);
  return 2;
}

// A reader that has seen enough, such as head, is no failure.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === 'EPIPE' ? 0 : 1),
);
process.exitCode = await main();
