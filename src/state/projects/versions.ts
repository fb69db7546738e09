import * as z from 'zod';
import { parseDocument } from '../../document/parse.ts';
import type { GraphDocument } from '../../document/schema.ts';
import { listVersionsOf, removeVersions, writeVersion } from './project-archive.ts';

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

/** Versions of a project, newest first. Those that this version of the page cannot read are left out. */
export async function listVersions(project: string): Promise<readonly Version[]> {
  const kept = await listVersionsOf(project);
  const versions = kept.flatMap((value): Version[] => {
    const parsed = versionSchema.safeParse(value);
    if (!parsed.success) return [];
    const document = parseDocument(parsed.data.document);
    return document.ok ? [{ ...parsed.data, document: document.value }] : [];
  });
  return versions.sort((a, b) => b.at - a.at);
}

/** Keeps a version, unless the newest is the same; the oldest go when there are too many. */
export async function keepVersion(project: string, version: Omit<Version, 'at'>): Promise<void> {
  const earlier = await listVersions(project);
  const isSame = JSON.stringify(earlier[0]?.document) === JSON.stringify(version.document);
  if (isSame && version.cause !== 'byHand') return;
  const at = Date.now();
  await writeVersion(project, at, { ...version, at });
  const isAlike = ({ cause }: Version): boolean =>
    (cause === 'byHand') === (version.cause === 'byHand');
  const most = version.cause === 'byHand' ? MOST.byHand : MOST.itself;
  await removeVersions(
    project,
    earlier
      .filter(isAlike)
      .slice(most - 1)
      .map(({ at }) => at),
  );
}
