import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../core/result.ts';
import { trainingLimits } from '../../document/training-schema.ts';
import type { Distance } from '../../engine/build-plan.ts';
import type { ExecutorName } from '../../engine/choice/candidate.ts';

/** What the command line asks for. */
export interface Options {
  readonly file: string;
  readonly distance: Distance | undefined;
  readonly seed: number | undefined;
  readonly executor: ExecutorName | undefined;
  readonly json: boolean;
  /** Only how the command is used is asked for. */
  readonly help: boolean;
}

/** What Node can train on. */
const executors = ['fused', 'wasm', 'cpu'] as const satisfies readonly ExecutorName[];

/** How the command is used, in one line. */
export const USAGE =
  'npm run train -- FILE.json [--steps N | --epochs N] [--seed S] [--executor fused|wasm|cpu] [--json]';

/** Reads the arguments after the command's name, or says in one line what is wrong with them. */
export function readOptions(args: readonly string[]): Result<Options, string> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    // Node explains at length how to quote; its first sentence says what is wrong.
    const [reason] = String(error instanceof Error ? error.message : error).split(/\.\s/);
    return err(`${reason}. Usage: ${USAGE}`);
  }
  const { values, positionals } = parsed;
  const [file = '', ...more] = positionals;
  const { help = false } = values;
  if (!file && !help) return err(`No file is named. Usage: ${USAGE}`);
  if (more.length > 0) return err(`One file at a time; "${more[0]}" is one too many.`);
  if (values.steps !== undefined && values.epochs !== undefined) {
    return err('--steps and --epochs exclude each other.');
  }
  const { executor } = values;
  if (executor !== undefined && !isExecutor(executor)) {
    return err(`--executor is one of ${executors.join(', ')}, not "${executor}".`);
  }
  const steps = whole('--steps', values.steps, 1, trainingLimits.stopAt.max);
  const epochs = whole('--epochs', values.epochs, 1, trainingLimits.stopAt.max);
  const seed = whole('--seed', values.seed, trainingLimits.seed.min, trainingLimits.seed.max);
  if (!steps.ok) return steps;
  if (!epochs.ok) return epochs;
  if (!seed.ok) return seed;
  const distance =
    steps.value !== undefined
      ? { steps: steps.value }
      : epochs.value !== undefined
        ? { epochs: epochs.value }
        : undefined;
  return ok({ file, distance, seed: seed.value, executor, json: values.json ?? false, help });
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      steps: { type: 'string' },
      epochs: { type: 'string' },
      seed: { type: 'string' },
      executor: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });

const isExecutor = (name: string): name is ExecutorName =>
  (executors as readonly string[]).includes(name);

function whole(
  flag: string,
  text: string | undefined,
  min: number,
  max: number,
): Result<number | undefined, string> {
  if (text === undefined) return ok(undefined);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return ok(value);
  return err(`${flag} is a whole number from ${min} to ${max}, not "${text}".`);
}
