import * as z from 'zod';
import { err, ok, type Result } from '../core/result.ts';
import { takenBlockIds } from './block-queries.ts';
import { type Blocks, blocksSchema, faultOfBlocks } from './block-schema.ts';
import { idSchema } from './id-schema.ts';
import { migrate } from './migrations.ts';
import { notesSchema } from './note-schema.ts';
import { notesOf } from './notes.ts';
import { type ParseFailure, parseDocument, readJson } from './parse.ts';
import { withinCanvas } from './placement.ts';
import {
  FORMAT_VERSION,
  flowSchema,
  type GraphDocument,
  graphSchema,
  layoutSchema,
  MAX_TITLE,
  type Position,
  wordsSchema,
} from './schema.ts';
import { COLUMN } from './spacing.ts';

const fragmentSchema = z
  .object({
    format: z.literal('netwright-fragment'),
    version: z.literal(FORMAT_VERSION),
    graph: graphSchema,
    layout: layoutSchema,
    /** The direction in which it is read; to the right where nothing is said. */
    flow: flowSchema.optional(),
    blocks: blocksSchema.optional(),
    /** Comments that go along; left out where there are none. */
    notes: notesSchema.optional(),
    /** What it is called and what it is for, where it was kept to be used again. */
    title: z.union([z.string().max(MAX_TITLE), wordsSchema]).optional(),
    about: wordsSchema.optional(),
    /** Nodes that take what goes into it, in their order, and the one that gives what comes out. */
    inputs: z.array(idSchema).max(64).optional(),
    output: idSchema.optional(),
  })
  .superRefine(({ inputs = [], output, graph }, context) => {
    const unknown = [...inputs, output ?? []].flat().find((id) => !Object.hasOwn(graph.nodes, id));
    if (unknown === undefined) return;
    context.addIssue({ code: 'custom', path: ['inputs'], message: `no node "${unknown}"` });
  })
  .superRefine(({ blocks = {}, graph }, context) => {
    const fault = faultOfBlocks(blocks, graph.nodes);
    if (!fault) return;
    context.addIssue({ code: 'custom', path: ['blocks', fault.path], message: fault.detail });
  });

/** Part of a network that is carried elsewhere: nodes, the wires among them, comments, and where they stand. */
export type Fragment = z.infer<typeof fragmentSchema>;

/** The nodes with these ids, the wires among them, the blocks that are wholly of them, and these comments. */
export function fragmentOf(
  document: GraphDocument,
  ids: Iterable<string>,
  noteIds: Iterable<string> = [],
): Fragment {
  const chosen = new Set(ids);
  const among = <T>(
    entries: Readonly<Record<string, T>>,
    these: ReadonlySet<string> = chosen,
  ): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => these.has(id)));
  const wires = document.graph.wires.filter(({ from, to }) => chosen.has(from) && chosen.has(to));
  const blocks = Object.entries(document.blocks ?? {}).filter(([, { nodes }]) =>
    nodes.every((id) => chosen.has(id)),
  );
  const notes = among(notesOf(document), new Set(noteIds));
  return placed({
    format: 'netwright-fragment',
    version: FORMAT_VERSION,
    graph: { nodes: among(document.graph.nodes), wires },
    layout: among(document.layout),
    ...(document.flow === 'down' && { flow: document.flow }),
    ...(blocks.length > 0 && { blocks: Object.fromEntries(blocks) }),
    ...(Object.keys(notes).length > 0 && { notes }),
  });
}

/** The text that goes onto the clipboard. */
export const printFragment = (fragment: Fragment): string => JSON.stringify(fragment, null, 2);

/** Whether a text means to be a part of a network or a whole one; any other is none of ours. */
export const looksLikeFragment = (text: string): boolean =>
  /^\s*\{/.test(text) && /"format"\s*:\s*"netwright/.test(text);

/** Reads a part of a network, or a whole one, from text that may come from anywhere. */
export function parseFragmentText(text: string): Result<Fragment, ParseFailure> {
  const json = readJson(text);
  return json.ok ? parseFragment(json.value) : json;
}

/** Reads a part of a network, or a whole one, from a parsed value. */
export function parseFragment(value: unknown): Result<Fragment, ParseFailure> {
  const head = z.object({ format: z.unknown(), version: z.unknown() }).partial();
  const { format, version } = head.safeParse(value).data ?? {};
  if (format !== 'netwright-fragment') {
    const whole = parseDocument(value);
    if (!whole.ok) return whole;
    const { graph, notes = {} } = whole.value;
    return ok(fragmentOf(whole.value, Object.keys(graph.nodes), Object.keys(notes)));
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return err({ code: 'invalid', path: 'version', detail: String(version) });
  }
  if (version > FORMAT_VERSION) {
    return err({ code: 'newer-version', version, known: FORMAT_VERSION });
  }
  const parsed = fragmentSchema.safeParse(migrate({ ...(value as object) }, version));
  if (parsed.success) return ok(placed(parsed.data));
  const issue = parsed.error.issues[0];
  return err({
    code: 'invalid',
    path: issue?.path.join('.') ?? '',
    detail: issue?.message ?? '',
  });
}

/** The fragment moved as one. */
export function shifted(fragment: Fragment, by: Position): Fragment {
  const moved = <T extends Position>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(entries).map(([id, entry]) => [
        id,
        { ...entry, ...withinCanvas({ x: entry.x + by.x, y: entry.y + by.y }) },
      ]),
    );
  return {
    ...fragment,
    layout: moved(fragment.layout),
    ...(fragment.notes && { notes: moved(fragment.notes) }),
  };
}

/** Ids that what is added cannot have. */
export interface TakenIds {
  readonly nodes: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

/** The ids that are taken in a document; `nodes` are those that were ever in use. */
export const takenIds = (document: GraphDocument, nodes: ReadonlySet<string>): TakenIds => ({
  nodes,
  blocks: takenBlockIds(document),
  notes: new Set(Object.keys(notesOf(document))),
});

/** The fragment with ids that are not taken, made from its own: `dense1` becomes `dense4`. */
export function renewed(fragment: Fragment, taken: TakenIds): Fragment {
  const fresh = freshIds(Object.keys(fragment.graph.nodes), taken.nodes);
  const renamed = (id: string): string => fresh.get(id) ?? id;
  const withNewKeys = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).map(([id, entry]) => [renamed(id), entry]));
  return {
    ...fragment,
    graph: {
      nodes: withNewKeys(fragment.graph.nodes),
      wires: fragment.graph.wires.map(({ id, from, to }) => ({
        id,
        from: renamed(from),
        to: renamed(to),
      })),
    },
    layout: withNewKeys(fragment.layout),
    ...(fragment.inputs && { inputs: fragment.inputs.map(renamed) }),
    ...(fragment.output !== undefined && { output: renamed(fragment.output) }),
    ...(fragment.blocks && { blocks: renewedBlocks(fragment.blocks, renamed, taken.blocks) }),
    ...(fragment.notes && { notes: renewedNotes(fragment.notes, taken.notes) }),
  };
}

function renewedBlocks(
  blocks: Blocks,
  renamed: (id: string) => string,
  taken: ReadonlySet<string>,
): Blocks {
  const sets = Object.values(blocks).flatMap(({ twins }) => twins ?? []);
  const fresh = freshIds([...new Set([...Object.keys(blocks), ...sets])], taken);
  return Object.fromEntries(
    Object.entries(blocks).map(([id, { twins, ...block }]) => [
      fresh.get(id) ?? id,
      {
        ...block,
        nodes: block.nodes.map(renamed),
        ...(twins !== undefined && { twins: fresh.get(twins) ?? twins }),
      },
    ]),
  );
}

function renewedNotes(
  notes: NonNullable<Fragment['notes']>,
  taken: ReadonlySet<string>,
): NonNullable<Fragment['notes']> {
  const fresh = freshIds(Object.keys(notes), taken);
  return Object.fromEntries(Object.entries(notes).map(([id, note]) => [fresh.get(id) ?? id, note]));
}

/** A free id for each of these, on the same stem. */
function freshIds(ids: readonly string[], taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  const last = new Map<string, number>();
  return new Map(
    ids.map((id) => {
      const stem = id.replace(/\d+$/, '').slice(0, MAX_STEM);
      let number = (last.get(stem) ?? 0) + 1;
      while (taken.has(`${stem}${number}`)) number += 1;
      last.set(stem, number);
      return [id, `${stem}${number}`];
    }),
  );
}

/** Longest stem of an id: what is left of 64 letters for a number. */
const MAX_STEM = 56;

/** Nodes that nobody placed stand in a row. */
function placed(fragment: Fragment): Fragment {
  const ids = Object.keys(fragment.graph.nodes);
  const layout = Object.fromEntries(
    ids.map((id, i) => [
      id,
      (Object.hasOwn(fragment.layout, id) && fragment.layout[id]) || { x: i * COLUMN, y: 0 },
    ]),
  );
  return { ...fragment, layout };
}
