import { clear, createStore, del, entries, set, type UseStore } from 'idb-keyval';
import * as z from 'zod';
import type { Ir } from '../compiler/ir.ts';
import { parseDocument } from '../document/parse.ts';
import type { GraphDocument } from '../document/schema.ts';
import type { WeightMap } from '../engine/executor.ts';
import type { Frame } from '../engine/frame.ts';
import { weightsFit } from '../engine/initial-weights.ts';

/** A run as it is kept: with what it was trained, how it went and what came of it. */
export interface KeptRun {
  readonly number: number;
  readonly document: GraphDocument;
  /** The project that it was made in; missing in runs of earlier pages. */
  readonly project: string | undefined;
  readonly history: Frame['history'];
  readonly step: number;
  readonly epoch: number;
  readonly train: Frame['train'];
  readonly test: Frame['test'];
  readonly failure: Frame['failure'];
  /** Where it stands; missing where there are too many weights. */
  readonly at: { readonly ir: Ir; readonly weights: WeightMap } | undefined;
}

let store: UseStore | undefined;

/** Where this browser keeps runs, each under its number. */
function archive(): UseStore {
  store ??= createStore('netwright-runs', 'runs');
  return store;
}

const series = z.object({
  steps: z.instanceof(Float64Array),
  values: z.instanceof(Float32Array),
});

const metrics = z
  .object({
    loss: z.number().or(z.nan()),
    accuracy: z.number().optional(),
    meanAbsoluteError: z.number().optional(),
    rows: z.number(),
    step: z.number(),
  })
  .optional();

const runSchema = z.looseObject({
  number: z.int().min(1),
  step: z.int().min(0),
  epoch: z.int().min(0),
  project: z.string().optional(),
  history: z.object({
    train: series,
    test: series,
    trainAccuracy: series,
    testAccuracy: series,
  }),
  train: metrics,
  test: metrics,
  failure: z
    .union([
      z.looseObject({ type: z.literal('crash'), detail: z.string() }),
      z.looseObject({
        type: z.literal('non-finite'),
        step: z.int(),
        beyond: z.array(z.number().or(z.nan()).or(z.literal(Number.POSITIVE_INFINITY))),
      }),
    ])
    .optional(),
});

/** A run as it was kept, by whatever version of the page; nothing where it cannot be read any more. */
function parseRun(value: unknown): KeptRun | undefined {
  if (!runSchema.safeParse(value).success) return undefined;
  const run = value as KeptRun;
  const document = parseDocument(run.document);
  if (!document.ok) return undefined;
  return { ...run, document: document.value, at: whole(run.at) };
}

/** Weights that still have the sizes of the network they are of. */
function whole(at: { readonly ir: Ir; readonly weights: WeightMap } | undefined): KeptRun['at'] {
  try {
    return at && weightsFit(at.ir, at.weights) ? at : undefined;
  } catch {
    return undefined;
  }
}

/** The runs of earlier visits, oldest first. */
export async function loadRuns(): Promise<readonly KeptRun[]> {
  const all = await entries<number, unknown>(archive());
  return all.flatMap(([, value]) => parseRun(value) ?? []).sort((a, b) => a.number - b.number);
}

/** Keeps a run, in place of the one of its number. */
export const saveRun = (run: KeptRun): Promise<void> => set(run.number, run, archive());

/** Forgets a run. */
export const deleteRun = (number: number): Promise<void> => del(number, archive());

/** Forgets all runs. */
export const clearRuns = (): Promise<void> => clear(archive());
