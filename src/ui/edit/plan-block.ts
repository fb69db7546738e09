import { flowOf } from '../../document/arranging.ts';
import { blockOf, gatesOf } from '../../document/block-queries.ts';
import type { Command } from '../../document/commands.ts';
import { type Fragment, renewed, shifted, takenIds } from '../../document/fragment.ts';
import { hasRoomFor } from '../../document/parts.ts';
import { withinCanvas } from '../../document/placement.ts';
import { freeId, positionOf, wiresFrom } from '../../document/queries.ts';
import type { Flow, GraphDocument, Position, Wire } from '../../document/schema.ts';
import { COLUMN } from '../../document/spacing.ts';
import type { PartAddition } from './plan-part.ts';

/** Height of a row with the room below it, in pixels. */
const ROW = 190;
/** Distance of rows in a block that is read to the right, and of layers in one that is read downwards, in pixels. */
const STEP = 150;
/** Nodes whose tops differ by less stand in one row, and whose left edges do in one column, in pixels. */
const ALIKE = 100;

/** Where a block that was kept goes: into a wire, behind a node or, free, at a point. */
export type BlockPlace =
  | { readonly wire: string }
  | { readonly after: string }
  | { readonly at: Position };

/** Adds a block that was kept, under its name and wired; nothing where there is no room for it and its wires. */
export function planBlock(
  document: GraphDocument,
  taken: ReadonlySet<string>,
  kept: Fragment,
  name: string,
  place: BlockPlace,
): PartAddition | undefined {
  const { graph } = document;
  const used = takenIds(document, taken);
  const {
    title: _,
    about: _about,
    blocks: _blocks,
    notes: _notes,
    ...bare
  } = turned(renewed(kept, used), flowOf(document));
  const nodes = Object.keys(bare.graph.nodes);
  const gates = gatesOf(bare.graph, nodes);
  const inputs = bare.inputs ?? gates.inputs;
  const output = bare.output ?? gates.outputs.at(-1);
  const block = { name, nodes, collapsed: false };
  const anchor = anchorOf(document, place);
  const [wire, ...others] = anchor.node === undefined ? [] : wiresFrom(graph, anchor.node);
  const into = anchor.wire ?? (others.length === 0 ? wire : undefined);
  const corner = cornerOf(bare.layout);
  const room = anchor.node === undefined ? undefined : roomBehind(document, anchor.node, bare);
  const at = room?.at ?? ('at' in place ? place.at : corner);
  const entering =
    anchor.node === undefined
      ? []
      : inputs.map((to, i): Wire => ({ id: `into${i}`, from: anchor.node ?? '', to }));
  const part: Fragment = {
    ...shifted(bare, { x: at.x - corner.x, y: at.y - corner.y }),
    graph: { ...bare.graph, wires: [...bare.graph.wires, ...entering] },
    blocks: { [freeId(used.blocks, 'block')]: block },
  };
  if (!hasRoomFor(graph, part)) return undefined;
  const commands: Command[] = [
    ...(room && Object.keys(room.moves).length > 0
      ? [{ type: 'move', positions: room.moves } as const]
      : []),
    { type: 'addPart', how: 'reuse', part },
    ...(into && output !== undefined
      ? [{ type: 'rewire', wire: into.id, from: output, to: into.to } as const]
      : []),
  ];
  return { ids: nodes, notes: [], commands };
}

/** The block as it is read in another direction: what stood one behind the other stands one below the other. */
function turned(block: Fragment, flow: Flow): Fragment {
  const { flow: own = 'right', ...rest } = block;
  if (own === flow) return rest;
  const layout = Object.fromEntries(
    Object.entries(block.layout).map(([id, { x, y }]) => [
      id,
      withinCanvas({ x: y * (COLUMN / STEP), y: x * (STEP / COLUMN) }),
    ]),
  );
  return { ...rest, layout };
}

/** The node that what is added follows: for a block, the one whose signal leaves it. */
export function endOfSelection(
  document: GraphDocument,
  nodes: readonly string[],
  block: string | undefined,
): string | undefined {
  const members = block === undefined ? undefined : blockOf(document, block)?.nodes;
  if (!members) return nodes.length === 1 ? nodes[0] : undefined;
  const [only, ...others] = gatesOf(document.graph, members).outputs;
  return others.length === 0 ? only : undefined;
}

function anchorOf({ graph }: GraphDocument, place: BlockPlace): { node?: string; wire?: Wire } {
  if ('after' in place) return { node: place.after };
  const wire = 'wire' in place ? graph.wires.find(({ id }) => id === place.wire) : undefined;
  return wire ? { node: wire.from, wire } : {};
}

/** A place at the right of a node, or below it where that is the way, and where what stands there goes. */
function roomBehind(
  document: GraphDocument,
  anchor: string,
  { layout }: Fragment,
): { at: Position; moves: Record<string, Position> } {
  const here = positionOf(document, anchor);
  const places = Object.values(layout);
  const corner = cornerOf(layout);
  const width = Math.max(...places.map(({ x }) => x)) - corner.x;
  const height = Math.max(...places.map(({ y }) => y)) - corner.y;
  const moves: Record<string, Position> = {};
  const down = flowOf(document) === 'down';
  for (const id of Object.keys(document.graph.nodes)) {
    const { x, y } = positionOf(document, id);
    if (id === anchor) continue;
    if (down) {
      if (Math.abs(x - here.x) < ALIKE) {
        if (y > here.y) moves[id] = { x, y: y + height + STEP };
      } else if (x > here.x && width > 0) moves[id] = { x: x + width + COLUMN / 2, y };
    } else if (Math.abs(y - here.y) < ALIKE) {
      if (x > here.x) moves[id] = { x: x + width + COLUMN, y };
    } else if (y > here.y && height > 0) moves[id] = { x, y: y + height + ROW - COLUMN / 2 };
  }
  const at = down ? { x: here.x, y: here.y + STEP } : { x: here.x + COLUMN, y: here.y };
  return { at, moves };
}

function cornerOf(layout: Fragment['layout']): Position {
  const places = Object.values(layout);
  return {
    x: Math.min(...places.map(({ x }) => x)),
    y: Math.min(...places.map(({ y }) => y)),
  };
}
