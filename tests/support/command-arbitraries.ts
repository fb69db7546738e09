import fc from 'fast-check';
import type { Command } from '../../src/document/commands.ts';
import { fragmentOf, renewed, takenIds } from '../../src/document/fragment.ts';
import { freeNoteId, notesOf } from '../../src/document/notes.ts';
import { freeId, nodeIds } from '../../src/document/queries.ts';
import type { GraphDocument, GraphNode, Position } from '../../src/document/schema.ts';
import { allKinds } from '../../src/layers/tensors/index.ts';

/** Draws one of a list; of an empty list, what is nowhere in the document. */
type Draw = <T>(from: readonly T[]) => T | undefined;

type Makers = { readonly [Type in Command['type']]: Maker<Extract<Command, { type: Type }>> };
type Maker<C> = (document: GraphDocument, draw: Draw) => C;

const kinds = allKinds.map(({ kind }) => kind);
const numbers = [0, 1, 2, 3, 5, 8, -1, 0.5, 1e9];
const names = ['', 'hidden', '은닉층', '<b>', 'x'.repeat(90)];

const nodeOf = ({ graph }: GraphDocument, draw: Draw): string =>
  draw(Object.keys(graph.nodes)) ?? 'gone';
const wireOf = ({ graph }: GraphDocument, draw: Draw): string =>
  draw(graph.wires.map(({ id }) => id)) ?? 'gone';
const blockOf = ({ blocks = {} }: GraphDocument, draw: Draw): string =>
  draw(Object.keys(blocks)) ?? 'gone';
const noteOf = (document: GraphDocument, draw: Draw): string =>
  draw(Object.keys(notesOf(document))) ?? 'gone';
const newId = ({ graph }: GraphDocument, node: GraphNode): string =>
  freeId(nodeIds(graph), node.kind);
const anyNode = (draw: Draw): GraphNode => ({
  kind: draw(kinds) ?? 'dense',
  params: { units: draw(numbers), rate: draw([0, 0.5, 2]) },
});
const anyPosition = (draw: Draw): Position => ({
  x: (draw(numbers) ?? 0) * 120,
  y: (draw(numbers) ?? 0) * 80,
});

/**
 * One maker for every command there is: a new command without one is a compile error. Most find something
 * of the document to act on; some miss, as commands about what is gone do.
 */
const makers: Makers = {
  addNode: (document, draw) => {
    const node = anyNode(draw);
    const anchor = nodeOf(document, draw);
    const at = draw([anyPosition(draw), { rightOf: anchor }]) ?? anyPosition(draw);
    return { type: 'addNode', id: newId(document, node), node, at };
  },
  remove: (document, draw) => ({ type: 'remove', nodes: [nodeOf(document, draw)] }),
  connect: (document, draw) => ({
    type: 'connect',
    from: nodeOf(document, draw),
    to: nodeOf(document, draw),
    ...(draw([true, false]) && { behind: wireOf(document, draw) }),
  }),
  disconnect: (document, draw) => ({ type: 'disconnect', wires: [wireOf(document, draw)] }),
  rewire: (document, draw) => ({
    type: 'rewire',
    wire: wireOf(document, draw),
    from: nodeOf(document, draw),
    to: nodeOf(document, draw),
  }),
  setParams: (document, draw) => ({
    type: 'setParams',
    id: nodeOf(document, draw),
    params: { [draw(['units', 'rate', 'dataset', 'points']) ?? 'units']: draw(numbers) ?? null },
  }),
  rename: (document, draw) => ({
    type: 'rename',
    id: nodeOf(document, draw),
    name: draw(names) ?? '',
  }),
  move: (document, draw) => ({
    type: 'move',
    positions: {
      [nodeOf(document, draw)]: anyPosition(draw),
      [nodeOf(document, draw)]: anyPosition(draw),
    },
  }),
  insertOnWire: (document, draw) => {
    const node = anyNode(draw);
    return {
      type: 'insertOnWire',
      wire: wireOf(document, draw),
      id: newId(document, node),
      node,
    };
  },
  threadOnWire: (document, draw) => ({
    type: 'threadOnWire',
    wire: wireOf(document, draw),
    id: nodeOf(document, draw),
  }),
  replace: (document, draw) => ({
    type: 'replace',
    id: nodeOf(document, draw),
    node: anyNode(draw),
  }),
  addPart: (document, draw) => ({
    type: 'addPart',
    how: draw(['paste', 'duplicate'] as const) ?? 'paste',
    part: renewed(
      fragmentOf(
        document,
        [nodeOf(document, draw), nodeOf(document, draw)],
        [noteOf(document, draw)],
      ),
      takenIds(document, nodeIds(document.graph)),
    ),
  }),
  arrange: (document, draw) => ({
    type: 'arrange',
    how: draw(['tidy', 'align', 'distribute'] as const) ?? 'tidy',
    positions: { [nodeOf(document, draw)]: anyPosition(draw) },
    flow: draw(['right', 'down'] as const) ?? 'right',
  }),
  group: (document, draw) => ({
    type: 'group',
    id: freeId(new Set(Object.keys(document.blocks ?? {})), 'block'),
    name: draw(names) ?? '',
    nodes: [nodeOf(document, draw), nodeOf(document, draw)],
  }),
  ungroup: (document, draw) => ({ type: 'ungroup', ids: [blockOf(document, draw)] }),
  renameBlock: (document, draw) => ({
    type: 'renameBlock',
    id: blockOf(document, draw),
    name: draw(names) ?? '',
  }),
  foldBlocks: (document, draw) => ({
    type: 'foldBlocks',
    ids: [blockOf(document, draw)],
    collapsed: draw([true, false]) ?? true,
  }),
  partBlock: (document, draw) => ({ type: 'partBlock', id: blockOf(document, draw) }),
  addNote: (document, draw) => ({
    type: 'addNote',
    id: freeNoteId(document),
    note: { text: draw(names) ?? '', ...anyPosition(draw), width: 200, height: 120 },
  }),
  editNote: (document, draw) => ({
    type: 'editNote',
    id: noteOf(document, draw),
    change: { text: draw(names) ?? '' },
  }),
  moveNotes: (document, draw) => ({
    type: 'moveNotes',
    positions: { [noteOf(document, draw)]: anyPosition(draw) },
  }),
  resizeNote: (document, draw) => ({
    type: 'resizeNote',
    id: noteOf(document, draw),
    box: { ...anyPosition(draw), width: 240, height: 160 },
  }),
  removeNotes: (document, draw) => ({ type: 'removeNotes', ids: [noteOf(document, draw)] }),
  setTraining: (_, draw) => ({
    type: 'setTraining',
    training: draw([
      { seed: 7 },
      { batchSize: 2 },
      { batchSize: 'full' as const },
      { testShare: 0.3 },
      { seed: -1 },
    ]) ?? { seed: 1 },
  }),
  freeze: (document, draw) => ({
    type: 'freeze',
    node: nodeOf(document, draw),
    tensor: draw(['kernel', 'bias']) ?? 'kernel',
    shape: draw([[2, 2], [3]]) ?? [2],
    index: draw([0, 1, 2]) ?? 0,
    frozen: draw([true, true, false]) ?? true,
  }),
  retitle: (_, draw) => ({ type: 'retitle', title: draw(names) ?? '' }),
};

/** A command to be: it becomes one when it meets the document that it changes. */
export type Edit = (document: GraphDocument) => Command;

/** Random edits of every type that exists. */
export const anyEdit: fc.Arbitrary<Edit> = fc
  .record({
    type: fc.constantFrom(...(Object.keys(makers) as Command['type'][])),
    draws: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
  })
  .map(({ type, draws }) => (document: GraphDocument) => {
    let next = 0;
    const draw: Draw = (from) => {
      next += 1;
      return from[(draws[next % draws.length] ?? 0) % from.length];
    };
    return makers[type](document, draw);
  });
