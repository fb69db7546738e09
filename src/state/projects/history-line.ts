import * as z from 'zod';
import { applyPatch, diff, type Patch } from '../../core/patch.ts';
import { parseDocument } from '../../document/parse.ts';
import type { GraphDocument } from '../../document/schema.ts';
import type {
  DocumentStore,
  HistoryPoint,
  RecalledPoint,
  RecalledSteps,
} from '../document-store.ts';
import { type KeptProject, parseStep } from './project-archive.ts';

/** Most that the steps of a project may take, in characters of JSON; the farthest are dropped. */
const MOST_CHARACTERS = 1_500_000;

/** A step as it is kept: what makes its document out of the one nearer to the present. */
interface KeptStep {
  readonly patch: Patch | undefined;
  readonly step: HistoryPoint['step'];
  readonly parted: boolean;
}

/** The steps of a project as they are kept, nearest to the present first. */
export interface KeptSteps {
  /** When the project was written that they belong to. */
  readonly at: number;
  readonly past: readonly KeptStep[];
  readonly future: readonly KeptStep[];
}

/** Where a document stands in the history, with what is before and behind it in the same project. */
export interface Stretch {
  readonly present: HistoryPoint;
  /** Nearest first. */
  readonly past: readonly HistoryPoint[];
  readonly future: readonly HistoryPoint[];
}

/** The stretch of the history around a document of a project; nothing where it is not part of it. */
export function stretchAround(
  documents: DocumentStore,
  { document, project }: Pick<HistoryPoint, 'document' | 'project'>,
): Stretch | undefined {
  const { pastStates, futureStates } = documents.temporal.getState();
  const line = [
    ...(pastStates as HistoryPoint[]),
    documents.getState(),
    ...(futureStates as HistoryPoint[]).toReversed(),
  ];
  const at = line.findLastIndex((each) => each.project === project && each.document === document);
  const present = line[at];
  if (!present) return undefined;
  const own = (points: HistoryPoint[]): HistoryPoint[] => {
    const end = points.findIndex((each) => each.project !== project);
    return end < 0 ? points : points.slice(0, end);
  };
  return { present, past: own(line.slice(0, at).toReversed()), future: own(line.slice(at + 1)) };
}

/** Writes a stretch compactly: what is shared between documents is said once. */
export function packSteps({ present, past, future }: Stretch, at: number): KeptSteps {
  let room = MOST_CHARACTERS;
  const pack = (points: readonly HistoryPoint[]): KeptStep[] => {
    const packed: KeptStep[] = [];
    let nearer = present;
    for (const point of points) {
      const { patch, size } = patchBetween(nearer.document, point.document);
      room -= size;
      if (room < 0) break;
      packed.push({ patch, step: slim(point.step), parted: point.origin !== nearer.origin });
      nearer = point;
    }
    return packed;
  };
  return { at, past: pack(past), future: pack(future) };
}

interface SizedPatch {
  readonly to: GraphDocument;
  readonly patch: Patch | undefined;
  readonly size: number;
}

/** Patches that were found already, by the document they start from: steps are written again and again. */
const found = new WeakMap<GraphDocument, SizedPatch[]>();

function patchBetween(from: GraphDocument, to: GraphDocument): SizedPatch {
  const known = found.get(from)?.find((each) => each.to === to);
  if (known) return known;
  const patch = diff(from, to);
  const sized = { to, patch, size: JSON.stringify(patch ?? null).length + STEP_SIZE };
  // One towards the past, one towards the future.
  found.set(from, [...(found.get(from) ?? []), sized].slice(-2));
  return sized;
}

const STEP_SIZE = 120;

/** A step's name without what its node holds: points and weights may be large. */
function slim(step: HistoryPoint['step']): HistoryPoint['step'] {
  return step?.node ? { ...step, node: { ...step.node, params: {} } } : step;
}

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

/** How long reading may keep the page from anything else, in ms. */
const PORTION = 8;

/**
 * The steps that lead to a document and on from it, read from what was kept. Each document is checked like
 * a file; where one cannot be read, those beyond it are left out.
 */
export async function unpackSteps(
  { document, changedAt }: Pick<KeptProject, 'document' | 'changedAt'>,
  kept: unknown,
): Promise<RecalledSteps> {
  const parsed = stepsSchema.safeParse(kept);
  // Steps of another state of the project would lead somewhere else.
  const fits = parsed.success && parsed.data.at === changedAt;
  const { past, future } = fits ? parsed.data : { past: [], future: [] };
  return { document, past: await unpack(document, past), future: await unpack(document, future) };
}

async function unpack(present: GraphDocument, kept: readonly unknown[]): Promise<RecalledPoint[]> {
  const points: RecalledPoint[] = [];
  let nearer: unknown = present;
  let began = performance.now();
  for (const value of kept) {
    const packed = packedSchema.safeParse(value);
    if (!packed.success) break;
    try {
      nearer = applyPatch(nearer, packed.data.patch as Patch | undefined);
    } catch {
      break;
    }
    if (!parseDocument(nearer).ok) break;
    // What was read is valid as it is; the checked copy would share nothing with its neighbours.
    const document = nearer as GraphDocument;
    points.push({ document, step: parseStep(packed.data.step), parted: packed.data.parted });
    if (performance.now() - began > PORTION) {
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
  }
  return points;
}
