import { MAX_BLOCKS } from './block-schema.ts';
import { withBlocks } from './blocks.ts';
import type { Fragment } from './fragment.ts';
import { MAX_NOTES } from './note-schema.ts';
import { notesOf } from './notes.ts';
import { wireIds } from './queries.ts';
import { type Graph, type GraphDocument, MAX_NODES, MAX_WIRES } from './schema.ts';

/** Commands about several nodes that come as one. */
export type PartCommand = {
  readonly type: 'addPart';
  /** What the person did to get it. */
  readonly how: 'paste' | 'duplicate' | 'repeat' | 'reuse';
  /** With ids that are free in the document. */
  readonly part: Fragment;
  /** A block that is there and becomes the twin of those that come. */
  readonly twin?: { readonly id: string; readonly twins: string };
};

/** Whether a graph has room for so many more nodes and wires. */
export const hasRoomFor = (graph: Graph, { graph: { nodes, wires } }: Fragment): boolean =>
  Object.keys(graph.nodes).length + Object.keys(nodes).length <= MAX_NODES &&
  graph.wires.length + wires.length <= MAX_WIRES;

/** Whether a document has room for so many more comments. */
export const hasRoomForNotes = (document: GraphDocument, { notes = {} }: Fragment): boolean =>
  Object.keys(notesOf(document)).length + Object.keys(notes).length <= MAX_NOTES;

/** The document with a part more in it; as it was where an id is taken or there is no room. */
export function addPart(
  document: GraphDocument,
  { part, twin }: Pick<PartCommand, 'part' | 'twin'>,
): GraphDocument {
  const { graph } = document;
  const ids = Object.keys(part.graph.nodes);
  const notes = Object.keys(part.notes ?? {});
  if (ids.length + notes.length === 0) return document;
  if (ids.some((id) => Object.hasOwn(graph.nodes, id))) return document;
  if (notes.some((id) => Object.hasOwn(notesOf(document), id))) return document;
  if (!hasRoomFor(graph, part) || !hasRoomForNotes(document, part)) return document;
  if (ids.length === 0) return withNotes(document, part);
  const known = { ...graph.nodes, ...part.graph.nodes };
  const isLoose = part.graph.wires.some(
    ({ from, to }) => !Object.hasOwn(known, from) || !Object.hasOwn(known, to),
  );
  if (isLoose) return document;
  const taken = wireIds(graph);
  let last = 0;
  const wires = part.graph.wires.map(({ from, to }) => {
    do last += 1;
    while (taken.has(`wire${last}`));
    return { id: `wire${last}`, from, to };
  });
  const added: GraphDocument = {
    ...withNotes(document, part),
    graph: { nodes: known, wires: [...graph.wires, ...wires] },
    layout: { ...document.layout, ...part.layout },
  };
  const old = twin && document.blocks?.[twin.id];
  const blocks = {
    ...document.blocks,
    ...part.blocks,
    ...(old && { [twin.id]: { ...old, twins: twin.twins } }),
  };
  if (!part.blocks || Object.keys(blocks).length > MAX_BLOCKS) return added;
  return withBlocks(added, blocks);
}

/** Only comments change: what is computed keeps its identity. */
const withNotes = (document: GraphDocument, { notes }: Fragment): GraphDocument =>
  notes ? { ...document, notes: { ...notesOf(document), ...notes } } : document;
