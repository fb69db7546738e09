import { diff, type Patch } from '../../core/patch.ts';
import type { GraphDocument } from '../../document/schema.ts';
import type { DocumentStore, HistoryPoint } from '../document-store.ts';

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

/** Steps as they were kept that are not in the history yet, and the document there that they hang on. */
export interface Rest {
  readonly onto: GraphDocument;
  readonly steps: readonly unknown[];
}

/** What of a project's steps is not in the history yet. */
export interface Rests {
  readonly past: Rest;
  readonly future: Rest;
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
  const isIt = (each: HistoryPoint | undefined): boolean =>
    each?.project === project && each.document === document;
  // The same document may stand in several places; the one on screen is meant where it is one of them.
  const onScreen = pastStates.length;
  const at = isIt(line[onScreen]) ? onScreen : line.findLastIndex(isIt);
  const present = line[at];
  if (!present) return undefined;
  const own = (points: HistoryPoint[]): HistoryPoint[] => {
    const end = points.findIndex((each) => each.project !== project);
    return end < 0 ? points : points.slice(0, end);
  };
  return { present, past: own(line.slice(0, at).toReversed()), future: own(line.slice(at + 1)) };
}

/**
 * Writes a stretch compactly: what is shared between documents is said once. `rests`: what was kept beyond
 * its ends goes on being kept.
 */
export function packSteps(
  { present, past, future }: Stretch,
  at: number,
  rests?: Rests,
): KeptSteps {
  let room = MOST_CHARACTERS;
  const pack = (points: readonly HistoryPoint[], rest: Rest | undefined): KeptStep[] => {
    const packed: KeptStep[] = [];
    let nearer = present;
    for (const point of points) {
      const { patch, size } = patchBetween(nearer.document, point.document);
      room -= size;
      if (room < 0) return packed;
      packed.push({ patch, step: slim(point.step), parted: point.origin !== nearer.origin });
      nearer = point;
    }
    if (rest?.onto !== nearer.document) return packed;
    for (const step of rest.steps) {
      room -= sizeOf(step);
      if (room < 0) break;
      packed.push(step as KeptStep);
    }
    return packed;
  };
  return { at, past: pack(past, rests?.past), future: pack(future, rests?.future) };
}

interface SizedPatch {
  /** Not held: each document would keep the one before it, and so all that ever were. */
  readonly to: WeakRef<GraphDocument>;
  readonly patch: Patch | undefined;
  readonly size: number;
}

/** Patches that were found already, by the document they start from: steps are written again and again. */
const found = new WeakMap<GraphDocument, SizedPatch[]>();

function patchBetween(from: GraphDocument, to: GraphDocument): SizedPatch {
  const known = found.get(from)?.find((each) => each.to.deref() === to);
  if (known) return known;
  const patch = diff(from, to);
  const sized = {
    to: new WeakRef(to),
    patch,
    size: JSON.stringify(patch ?? null).length + STEP_SIZE,
  };
  // One towards the past, one towards the future.
  found.set(from, [...(found.get(from) ?? []), sized].slice(-2));
  return sized;
}

const STEP_SIZE = 120;

const sizes = new WeakMap<object, number>();

/** Characters of a step that was kept before. */
function sizeOf(step: unknown): number {
  if (typeof step !== 'object' || step === null) return STEP_SIZE;
  const known = sizes.get(step);
  if (known !== undefined) return known;
  const size = JSON.stringify(step).length;
  sizes.set(step, size);
  return size;
}

/** A step's name without what its node holds: points and weights may be large. */
export function slim(step: HistoryPoint['step']): HistoryPoint['step'] {
  return step?.node ? { ...step, node: { ...step.node, params: {} } } : step;
}
