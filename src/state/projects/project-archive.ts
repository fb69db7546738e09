import {
  createStore,
  del,
  delMany,
  get,
  getMany,
  keys,
  set,
  setMany,
  type UseStore,
} from 'idb-keyval';
import * as z from 'zod';
import { parseDocument } from '../../document/parse.ts';
import type { GraphDocument } from '../../document/schema.ts';
import type { StepName } from '../../document/step-name.ts';
import { forgetLastWordsOf } from './last-words.ts';

/** A network of the person's, as this browser keeps it. Its name is its title. */
export interface KeptProject {
  readonly id: string;
  readonly document: GraphDocument;
  /** What led to the document. */
  readonly step: StepName | undefined;
  /** Whether it was ever edited; a lesson that was only opened is nobody's work. */
  readonly touched: boolean;
  /** When it was last changed and last gone to, in ms since 1970. */
  readonly changedAt: number;
  readonly openedAt: number;
  /** When it was deleted; it can be brought back for some days. */
  readonly deletedAt?: number;
}

/** A project as it was found when the page came, with its steps as they were kept. */
export interface FoundProject extends KeptProject {
  readonly steps: unknown;
  /** Whether this state of it is in the database. */
  readonly isKept: boolean;
}

/** Where the one network was kept before there were projects. */
export const OLD_KEY = 'netwright-autosave';

let store: UseStore | undefined;

/** Where this browser keeps projects, each with its steps, its run and its versions. */
function projectStore(): UseStore {
  store ??= createStore('netwright-projects', 'projects');
  return store;
}

/** Under which key a part of a project is kept. */
const keyOf = (part: 'project' | 'steps' | 'run' | 'version', id: string): string =>
  `${part}/${id}`;

const LAST = 'last';

const stepSchema = z.looseObject({ code: z.string().max(40), count: z.number() });

const projectSchema = z.looseObject({
  id: z.string().min(1).max(64),
  document: z.unknown(),
  touched: z.boolean(),
  changedAt: z.number(),
  openedAt: z.number(),
  deletedAt: z.number().optional(),
});

/** A step as it was kept; one of an unknown form is none. */
export const parseStep = (value: unknown): StepName | undefined =>
  stepSchema.safeParse(value).success ? (value as StepName) : undefined;

/** A project as it was kept, by whatever version of the page; nothing where it cannot be read. */
export function parseProject(value: unknown): KeptProject | undefined {
  const kept = projectSchema.safeParse(value);
  if (!kept.success) return undefined;
  const document = parseDocument(kept.data.document);
  if (!document.ok) return undefined;
  const { id, touched, changedAt, openedAt, deletedAt } = kept.data;
  const step = parseStep(kept.data['step']);
  const project = { id, document: document.value, step, touched, changedAt, openedAt };
  return deletedAt === undefined ? project : { ...project, deletedAt };
}

/** A project; `unread` where this version of the page cannot read it. */
export async function readProject(id: string): Promise<KeptProject | 'unread' | undefined> {
  const kept = await get<unknown>(keyOf('project', id), projectStore());
  return kept === undefined ? undefined : (parseProject(kept) ?? 'unread');
}

/** Keeps a project and, where they are given, its steps: both or none. It is the one gone to last. */
export const writeProject = (project: KeptProject, steps?: unknown): Promise<void> =>
  setMany([...entriesOf(project, steps), [LAST, project.id]], projectStore());

/** Changes a project that is not on screen and, where they are given, its steps: both or none. */
export const putProject = (project: KeptProject, steps?: unknown): Promise<void> =>
  setMany(entriesOf(project, steps), projectStore());

const entriesOf = (project: KeptProject, steps: unknown): [string, unknown][] => [
  [keyOf('project', project.id), project],
  ...(steps === undefined ? [] : [[keyOf('steps', project.id), steps] as [string, unknown]]),
];

/** The project that was gone to last, in whatever tab. */
export const lastProject = (): Promise<string | undefined> => get<string>(LAST, projectStore());

/** All projects, the one changed last first, those that were deleted, and how many this version cannot read. */
export async function listProjects(): Promise<{
  readonly projects: readonly KeptProject[];
  readonly deleted: readonly KeptProject[];
  readonly unread: number;
}> {
  const all = await keysOf('project/');
  const kept = await getMany<unknown>(all, projectStore());
  const readable = kept.flatMap((each) => parseProject(each) ?? []);
  const newest = (at: (project: KeptProject) => number, isDeleted: boolean): KeptProject[] =>
    readable
      .filter(({ deletedAt }) => (deletedAt !== undefined) === isDeleted)
      .sort((a, b) => at(b) - at(a));
  return {
    projects: newest(({ changedAt }) => changedAt, false),
    deleted: newest(({ deletedAt = 0 }) => deletedAt, true),
    unread: kept.length - readable.length,
  };
}

/** Forgets a project for good, with all that belongs to it. */
export async function removeProject(id: string): Promise<void> {
  const own = (['project', 'steps', 'run'] as const).map((part) => keyOf(part, id));
  const all = [...own, ...(await keysOf(`${keyOf('version', id)}/`))];
  await delMany(all, projectStore());
  forgetLastWordsOf(id);
}

/** What is kept under the keys that begin so. */
async function keysOf(beginning: string): Promise<string[]> {
  const all = await keys<IDBValidKey>(projectStore());
  return all.flatMap((key) => (typeof key === 'string' && key.startsWith(beginning) ? [key] : []));
}

/** Projects that were never edited: lessons and empty canvases that were opened. */
export async function listUntouched(): Promise<readonly KeptProject[]> {
  const kept = await getMany<unknown>(await keysOf('project/'), projectStore());
  const untouched = z.looseObject({ touched: z.literal(false) });
  // Reading the document is what takes time.
  const few = kept.filter((value) => untouched.safeParse(value).success);
  return few.flatMap((value) => parseProject(value) ?? []);
}

/** Reads a part of a project that is not its document. */
export const readPart = (part: 'steps' | 'run', id: string): Promise<unknown> =>
  get(keyOf(part, id), projectStore());

/** Keeps a run with its project, or forgets it. */
export const writeRun = (id: string, run: unknown): Promise<void> =>
  run === undefined
    ? del(keyOf('run', id), projectStore())
    : set(keyOf('run', id), run, projectStore());

/** When a version was kept and why, as its key says. Keys of earlier pages do not say why. */
export interface VersionKey {
  readonly at: number;
  readonly cause: string | undefined;
}

const keyOfVersion = (id: string, { at, cause }: VersionKey): string =>
  [keyOf('version', id), at, ...(cause === undefined ? [] : [cause])].join('/');

/** The keys of a project's versions, newest first: nothing of what they hold is read. */
export async function listVersionKeys(id: string): Promise<readonly VersionKey[]> {
  const beginning = `${keyOf('version', id)}/`;
  const all = (await keysOf(beginning)).map((key): VersionKey => {
    const [at, cause] = key.slice(beginning.length).split('/');
    return { at: Number(at), cause };
  });
  return all.sort((a, b) => b.at - a.at);
}

/** Reads versions as they were kept, in the order of their keys. */
export const readVersions = (id: string, wanted: readonly VersionKey[]): Promise<unknown[]> =>
  getMany<unknown>(
    wanted.map((key) => keyOfVersion(id, key)),
    projectStore(),
  );

/** Keeps a version of a project. */
export const writeVersion = (id: string, key: VersionKey, version: unknown): Promise<void> =>
  set(keyOfVersion(id, key), version, projectStore());

/** Forgets the versions of these moments. */
export async function removeVersions(id: string, moments: readonly number[]): Promise<void> {
  const gone = (await listVersionKeys(id)).filter(({ at }) => moments.includes(at));
  await delMany(
    gone.map((key) => keyOfVersion(id, key)),
    projectStore(),
  );
}
