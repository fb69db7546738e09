import { FORMAT_VERSION } from './schema.ts';

/** A document of unknown content but known version. */
type RawDocument = Record<string, unknown>;
type Migration = (old: RawDocument) => RawDocument;

/**
 * Step N turns format N into format N + 1. Pure, gapless, never edited once released; each keeps a
 * fixture of the old format in `tests/fixtures`.
 */
export const migrations: Readonly<Record<number, Migration>> = {
  1: separateLayout,
};

/** Brings a document of an older format, or a part of one, to the present one. */
export function migrate(document: RawDocument, version: number): RawDocument {
  let current = document;
  for (let from = version; from < FORMAT_VERSION; from++) {
    const step = migrations[from];
    if (!step) throw new Error(`no migration from format ${from}`);
    current = { ...step(current), version: from + 1 };
  }
  return current;
}

/** Format 1 kept each node's position inside the node and listed `nodes` and `edges` as arrays. */
function separateLayout(old: RawDocument): RawDocument {
  const nodes = new Map<string, unknown>();
  const layout = new Map<string, unknown>();
  for (const { id, x, y, ...node } of listOf(old['nodes'])) {
    const key = newKey(id, nodes);
    nodes.set(key, node);
    layout.set(key, { x, y });
  }
  const wires = listOf(old['edges']).map((edge, i) => ({
    id: `wire${i + 1}`,
    from: edge['source'],
    to: edge['target'],
  }));
  const { nodes: _nodes, edges: _edges, title, ...rest } = old;
  return {
    ...rest,
    graph: { nodes: Object.fromEntries(nodes), wires },
    layout: Object.fromEntries(layout),
    meta: { title: title ?? '' },
  };
}

/** An id as it was; one that is none, or is there twice, becomes a key that the schema refuses. */
const newKey = (id: unknown, taken: ReadonlyMap<string, unknown>): string =>
  typeof id === 'string' && id !== '__proto__' && !taken.has(id) ? id : `?${taken.size}`;

function listOf(value: unknown): RawDocument[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is RawDocument => typeof entry === 'object' && entry !== null)
    : [];
}
