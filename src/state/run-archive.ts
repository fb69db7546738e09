import { clear, createStore, del, promisifyRequest, set, type UseStore, values } from 'idb-keyval';
import * as z from 'zod';
import type { Ir } from '../compiler/ir.ts';
import { parseDocument } from '../document/parse.ts';
import type { GraphDocument } from '../document/schema.ts';
import type { WeightMap } from '../engine/executor.ts';
import type { Frame } from '../engine/frame.ts';
import { weightsFit } from '../engine/initial-weights.ts';

/** A run as it is kept: with what it was trained, how it went and what came of it. */
export interface KeptRun {
  /** What no other run has, of whatever tab; those of later runs come later in the alphabet. */
  readonly id: string;
  /** What the list calls it. */
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
  /** The id of the run that it went on from, and at which step; missing in runs of their own. */
  readonly from?: { readonly run: string; readonly step: number } | undefined;
  /** Where it stands; missing where there are too many weights. */
  readonly at: { readonly ir: Ir; readonly weights: WeightMap } | undefined;
}

let store: UseStore | undefined;

/** Where this browser keeps runs, each under its id. */
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
  id: z.string().min(1),
  number: z.int().min(1),
  step: z.int().min(0),
  epoch: z.int().min(0),
  project: z.string().optional(),
  from: z.object({ run: z.string(), step: z.int() }).optional(),
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

/** Gives runs that were kept under their numbers ids: two tabs could both have a third run. */
const nameOldRuns = (): Promise<void> =>
  archive()('readwrite', (runs) => {
    // Numbers come before texts.
    const old = runs.openCursor(IDBKeyRange.upperBound(Number.POSITIVE_INFINITY));
    old.onsuccess = () => {
      const cursor = old.result;
      if (!cursor) return;
      const id = `${OLD}${String(cursor.key).padStart(8, '0')}`;
      runs.put({ ...cursor.value, id }, id);
      cursor.delete();
      cursor.continue();
    };
    return promisifyRequest(runs.transaction);
  });

/** Comes before the ids of runs that had one from the beginning. */
const OLD = 'old-';

/** The runs of earlier visits, oldest first, no two with the same number. */
export async function loadRuns(): Promise<readonly KeptRun[]> {
  await nameOldRuns();
  const kept = await values<unknown>(archive());
  const runs = kept.flatMap((value) => parseRun(value) ?? []);
  let last = 0;
  return runs
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((run) => {
      last = Math.max(run.number, last + 1);
      return { ...run, number: last };
    });
}

/** Keeps a run, in place of what was kept of it. */
export const saveRun = (run: KeptRun): Promise<void> => set(run.id, run, archive());

/** Forgets a run. */
export const deleteRun = (id: string): Promise<void> => del(id, archive());

/** Forgets all runs. */
export const clearRuns = (): Promise<void> => clear(archive());
