import { assertNever } from '../core/assert-never.ts';
import { type ArrangeCommand, arrange, moveNodes } from './arranging.ts';
import { applyBlockCommand, type BlockCommand } from './blocks.ts';
import { type FreezeCommand, freeze, settleFrozen } from './frozen.ts';
import { applyNoteCommand, type NoteCommand } from './notes.ts';
import { addPart, type PartCommand } from './parts.ts';
import { makeRoom, type Placement, place } from './placement.ts';
import { freeId, nodeIds, wireIds } from './queries.ts';
import {
  type Graph,
  type GraphDocument,
  type GraphNode,
  MAX_NAME,
  MAX_NODES,
  MAX_TITLE,
  MAX_WIRES,
  type Position,
  type Wire,
} from './schema.ts';
import { settleBlocks } from './settle-blocks.ts';
import { type Training, trainingSchema } from './training-schema.ts';
import { rewire, type WiringCommand } from './wiring.ts';

/**
 * The only ways a document changes. A command about something that is gone, or one whose result could
 * not be read back, changes nothing.
 */
export type Command =
  | WiringCommand
  | {
      readonly type: 'addNode';
      readonly id: string;
      readonly node: GraphNode;
      readonly at: Placement;
    }
  | { readonly type: 'remove'; readonly nodes: readonly string[]; readonly how?: 'cut' }
  | {
      readonly type: 'connect';
      readonly from: string;
      readonly to: string;
      /** The wire that it follows in the order of a join; the last, where it is left out. */
      readonly behind?: string;
    }
  | { readonly type: 'disconnect'; readonly wires: readonly string[] }
  | { readonly type: 'setParams'; readonly id: string; readonly params: GraphNode['params'] }
  | { readonly type: 'rename'; readonly id: string; readonly name: string }
  | { readonly type: 'move'; readonly positions: Readonly<Record<string, Position>> }
  | {
      readonly type: 'insertOnWire';
      readonly wire: string;
      readonly id: string;
      readonly node: GraphNode;
    }
  | { readonly type: 'threadOnWire'; readonly wire: string; readonly id: string }
  | { readonly type: 'replace'; readonly id: string; readonly node: GraphNode }
  | { readonly type: 'setTraining'; readonly training: Partial<Training> }
  | { readonly type: 'retitle'; readonly title: string }
  | FreezeCommand
  | PartCommand
  | ArrangeCommand
  | BlockCommand
  | NoteCommand;

/** The document after several commands, as one change. */
export const applyCommands = (
  document: GraphDocument,
  commands: readonly Command[],
): GraphDocument => commands.reduce(applyCommand, document);

/** The document after one command. Parts that do not change keep their identity. */
export const applyCommand = (document: GraphDocument, command: Command): GraphDocument =>
  settleFrozen(settleBlocks(document, carryOut(document, command)));

function carryOut(document: GraphDocument, command: Command): GraphDocument {
  const { graph } = document;
  switch (command.type) {
    case 'addNode':
      if (hasNode(graph, command.id) || nodeIds(graph).size >= MAX_NODES) return document;
      return {
        ...withGraph(document, { nodes: { ...graph.nodes, [command.id]: command.node } }),
        layout: { ...document.layout, [command.id]: place(document, command.at) },
      };
    case 'remove':
      return removeNodes(document, new Set(command.nodes));
    case 'addPart':
      return addPart(document, command);
    case 'group':
    case 'ungroup':
    case 'renameBlock':
    case 'foldBlocks':
    case 'partBlock':
      return applyBlockCommand(document, command);
    case 'connect':
      return connect(document, command);
    case 'disconnect': {
      const gone = new Set(command.wires);
      const wires = graph.wires.filter((wire) => !gone.has(wire.id));
      return wires.length === graph.wires.length ? document : withGraph(document, { wires });
    }
    case 'rewire': {
      const changed = rewire(graph, command);
      return changed === graph ? document : { ...document, graph: changed };
    }
    case 'setParams':
      return editNode(document, command.id, (node) => ({
        ...node,
        params: { ...node.params, ...command.params },
      }));
    case 'rename':
      return editNode(document, command.id, ({ name: _old, ...node }) =>
        command.name === '' ? node : { ...node, name: command.name.slice(0, MAX_NAME) },
      );
    case 'move':
      return moveNodes(document, command.positions);
    case 'arrange':
      return arrange(document, command);
    case 'addNote':
    case 'editNote':
    case 'moveNotes':
    case 'resizeNote':
    case 'removeNotes':
      return applyNoteCommand(document, command);
    case 'insertOnWire':
      return insertOnWire(document, command.wire, command.id, command.node);
    case 'threadOnWire':
      return threadOnWire(document, command.wire, command.id);
    case 'replace':
      return editNode(document, command.id, () => command.node);
    case 'setTraining': {
      const training = trainingSchema.safeParse({ ...document.training, ...command.training });
      return training.success ? { ...document, training: training.data } : document;
    }
    case 'freeze':
      return freeze(document, command);
    case 'retitle': {
      const title = command.title.slice(0, MAX_TITLE);
      return { ...document, meta: { ...document.meta, title } };
    }
    default:
      return assertNever(command);
  }
}

const hasNode = (graph: Graph, id: string): boolean => Object.hasOwn(graph.nodes, id);

const hasRoomForWire = ({ wires }: Graph): boolean => wires.length < MAX_WIRES;

const withGraph = (document: GraphDocument, change: Partial<Graph>): GraphDocument => ({
  ...document,
  graph: { ...document.graph, ...change },
});

function editNode(
  document: GraphDocument,
  id: string,
  edit: (node: GraphNode) => GraphNode,
): GraphDocument {
  const node = hasNode(document.graph, id) ? document.graph.nodes[id] : undefined;
  if (!node) return document;
  return withGraph(document, { nodes: { ...document.graph.nodes, [id]: edit(node) } });
}

function removeNodes(document: GraphDocument, gone: ReadonlySet<string>): GraphDocument {
  const keep = <T>(entries: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => !gone.has(id)));
  const nodes = keep(document.graph.nodes);
  if (Object.keys(nodes).length === Object.keys(document.graph.nodes).length) return document;
  const wires = document.graph.wires.filter(({ from, to }) => !gone.has(from) && !gone.has(to));
  return { ...document, graph: { nodes, wires }, layout: keep(document.layout) };
}

function connect(
  document: GraphDocument,
  { from, to, behind }: Extract<Command, { type: 'connect' }>,
): GraphDocument {
  const { graph } = document;
  const known = hasNode(graph, from) && hasNode(graph, to);
  if (!known || graph.wires.some((wire) => wire.from === from && wire.to === to)) return document;
  if (!hasRoomForWire(graph)) return document;
  const wire: Wire = { id: freeId(wireIds(graph), 'wire'), from, to };
  const at = graph.wires.findIndex(({ id }) => id === behind) + 1 || graph.wires.length;
  return withGraph(document, { wires: graph.wires.toSpliced(at, 0, wire) });
}

function insertOnWire(
  document: GraphDocument,
  wireId: string,
  id: string,
  node: GraphNode,
): GraphDocument {
  const wire = document.graph.wires.find((candidate) => candidate.id === wireId);
  if (!wire || hasNode(document.graph, id) || !hasRoomForWire(document.graph)) return document;
  const { at, layout } = makeRoom(document, wire);
  const added = applyCommand({ ...document, layout }, { type: 'addNode', id, node, at });
  // A row does not make way for a node that there is no room for.
  return hasNode(added.graph, id) ? threadOnWire(added, wireId, id) : document;
}

/** Puts an existing node in the middle of a wire; the wire keeps its place in a join's order. */
function threadOnWire(document: GraphDocument, wireId: string, id: string): GraphDocument {
  const { graph } = document;
  const wire = graph.wires.find((candidate) => candidate.id === wireId);
  if (!wire || !hasNode(graph, id) || wire.from === id || wire.to === id) return document;
  if (!hasRoomForWire(graph)) return document;
  const second: Wire = { id: freeId(wireIds(graph), 'wire'), from: id, to: wire.to };
  const wires = graph.wires.flatMap((candidate) =>
    candidate === wire ? [{ ...wire, to: id }, second] : [candidate],
  );
  return withGraph(document, { wires });
}
