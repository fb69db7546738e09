import * as z from 'zod';
import { parseDocument } from '../../document/parse.ts';
import type { GraphDocument } from '../../document/schema.ts';
import {
  listVersionKeys,
  readVersions,
  removeVersions,
  type VersionKey,
  writeVersion,
} from './project-archive.ts';

/** Why a version was kept: by hand, after some time of editing, on leaving, or before going back. */
const causes = ['byHand', 'time', 'left', 'before'] as const;

/** A state of a project to go back to. */
export interface Version {
  readonly at: number;
  readonly cause: (typeof causes)[number];
  /** What the person called it. */
  readonly name: string;
  readonly document: GraphDocument;
}

/** Most versions of a project: of those that came by themselves, and of those kept by hand. */
const MOST = { itself: 30, byHand: 60 };
/** Longest name of a version. */
export const MAX_VERSION_NAME = 80;

const versionSchema = z.looseObject({
  at: z.number(),
  cause: z.enum(causes),
  name: z.string().max(MAX_VERSION_NAME),
  document: z.unknown(),
});

/** Where versions are kept. */
interface VersionShelf {
  readonly keys: (project: string) => Promise<readonly VersionKey[]>;
  readonly read: (project: string, wanted: readonly VersionKey[]) => Promise<readonly unknown[]>;
  readonly write: (project: string, key: VersionKey, version: Version) => Promise<void>;
  readonly remove: (project: string, moments: readonly number[]) => Promise<void>;
}

const shelfOfBrowser: VersionShelf = {
  keys: listVersionKeys,
  read: readVersions,
  write: writeVersion,
  remove: removeVersions,
};

/** Versions of a project, newest first. Those that this version of the page cannot read are left out. */
export async function listVersions(project: string): Promise<readonly Version[]> {
  const kept = await readVersions(project, await listVersionKeys(project));
  return kept.flatMap(readVersion);
}

function readVersion(value: unknown): readonly Version[] {
  const parsed = versionSchema.safeParse(value);
  if (!parsed.success) return [];
  const document = parseDocument(parsed.data.document);
  return document.ok ? [{ ...parsed.data, document: document.value }] : [];
}

/** Keeps a version, unless the newest is the same; the oldest go when there are too many. */
export async function keepVersion(
  project: string,
  version: Omit<Version, 'at'>,
  shelf = shelfOfBrowser,
): Promise<void> {
  const earlier = await shelf.keys(project);
  const byHand = version.cause === 'byHand';
  if (!byHand) {
    const [newest] = (await shelf.read(project, earlier.slice(0, 1))).flatMap(readVersion);
    if (JSON.stringify(newest?.document) === JSON.stringify(version.document)) return;
  }
  const at = Date.now();
  await shelf.write(project, { at, cause: version.cause }, { ...version, at });
  // Where it is not known why one was kept, it may have been by hand: those stay longest.
  const isAlike = ({ cause }: VersionKey): boolean =>
    (cause === undefined || cause === 'byHand') === byHand;
  const gone = earlier.filter(isAlike).slice((byHand ? MOST.byHand : MOST.itself) - 1);
  if (gone.length === 0) return;
  await shelf.remove(
    project,
    gone.map((key) => key.at),
  );
}
