import * as z from 'zod';
import { applyPatch, type Patch } from '../../core/patch.ts';
import { parseDocument } from '../../document/parse.ts';
import type { GraphDocument } from '../../document/schema.ts';
import type { DocumentStore, RecalledPoint } from '../document-store.ts';
import type { Rest, Rests } from './history-line.ts';
import { type KeptProject, parseStep } from './project-archive.ts';

const packedSchema = z.looseObject({
  patch: z.unknown().optional(),
  step: z.unknown().optional(),
  parted: z.boolean(),
});
const stepsSchema = z.object({
  at: z.number(),
  past: z.array(z.unknown()),
  future: z.array(z.unknown()),
});

/** How long reading may keep the page from anything else, in ms; one step may take longer. */
const PORTION = 8;

/** Leaves the page as much time as was taken from it, in ms. */
const breathe = (took: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, took));

/**
 * Brings the steps of earlier visits back into the history, the nearest first and a few at a time: a large
 * project has many. Those that still wait are there to be kept on.
 */
export function createStepRecall(
  documents: DocumentStore,
  { portion = PORTION, pause = breathe } = {},
) {
  const rests = new Map<string, Rests>();

  /** Recalls the steps that were kept with a document of the history. */
  async function begin(
    kept: Pick<KeptProject, 'id' | 'document' | 'changedAt'>,
    steps: unknown,
  ): Promise<void> {
    const own = readSteps(kept, steps);
    rests.set(kept.id, own);
    const points = { past: unpack(own.past), future: unpack(own.future) };
    let sides: (keyof Rests)[] = ['past', 'future'];
    while (rests.get(kept.id) === own) {
      const began = performance.now();
      sides = sides.filter((side) => recallSome(own, side, points[side]));
      if (sides.length === 0) return;
      await pause(performance.now() - began);
    }
  }

  /** Recalls the next few steps of a side; tells whether there may be more. */
  function recallSome(
    own: { -readonly [side in keyof Rests]: Rest },
    side: keyof Rests,
    points: Iterator<RecalledPoint>,
  ): boolean {
    const { onto, steps } = own[side];
    const some: RecalledPoint[] = [];
    const began = performance.now();
    let isOver = false;
    do {
      const next = points.next();
      if (next.done) isOver = true;
      else some.push(next.value);
    } while (!isOver && performance.now() - began < portion);
    const earlier = { document: onto, past: [], future: [], [side]: some };
    // Where other work stands before them, they cannot be gone to, but stay kept.
    if (some.length > 0 && !documents.getState().recall(earlier)) return false;
    own[side] = {
      onto: some.at(-1)?.document ?? onto,
      steps: isOver ? [] : steps.slice(some.length),
    };
    return !isOver;
  }

  return { begin, restsOf: (project: string): Rests | undefined => rests.get(project) };
}

/** The steps that were kept with a project, where they are of this state of it. */
export function readSteps(
  { document, changedAt }: Pick<KeptProject, 'document' | 'changedAt'>,
  kept: unknown,
): Rests {
  const parsed = stepsSchema.safeParse(kept);
  // Steps of another state of the project would lead somewhere else.
  const fits = parsed.success && parsed.data.at === changedAt;
  const { past, future } = fits ? parsed.data : { past: [], future: [] };
  return { past: { onto: document, steps: past }, future: { onto: document, steps: future } };
}

/**
 * The steps that lead away from a document, nearest first. Each document is checked like a file; where one
 * cannot be read, those beyond it are left out.
 */
function* unpack({ onto, steps }: Rest): Generator<RecalledPoint, void> {
  let nearer: unknown = onto;
  for (const value of steps) {
    const packed = packedSchema.safeParse(value);
    if (!packed.success) return;
    try {
      nearer = applyPatch(nearer, packed.data.patch as Patch | undefined);
    } catch {
      return;
    }
    if (!parseDocument(nearer).ok) return;
    // What was read is valid as it is; the checked copy would share nothing with its neighbours.
    const document = nearer as GraphDocument;
    yield { document, step: parseStep(packed.data.step), parted: packed.data.parted };
  }
}
