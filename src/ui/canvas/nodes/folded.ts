import { blockOf, gatesOf } from '../../../document/block-queries.ts';
import { positionOf } from '../../../document/queries.ts';
import type { GraphDocument, Layout, Position } from '../../../document/schema.ts';

/** Nodes whose tops differ by less stand in one row, in pixels. */
const SAME_ROW = 60;

const PREFIX = 'block:';

/** What the card of a collapsed block is called on the canvas; no node is called so. */
export const cardId = (block: string): string => `${PREFIX}${block}`;

/** The block whose card this is; none where it is a node. */
export const blockOfCard = (id: string): string | undefined =>
  id.startsWith(PREFIX) ? id.slice(PREFIX.length) : undefined;

/** The nodes that something on the canvas stands for: itself, or those of a collapsed block. */
export function nodesBehind(document: GraphDocument, id: string): readonly string[] {
  const block = blockOfCard(id);
  return block === undefined ? [id] : (blockOf(document, block)?.nodes ?? []);
}

/** The node whose port it is: its own, or the one way into a collapsed block or out of it. */
export function nodeAtPort(
  document: GraphDocument,
  id: string,
  side: 'inputs' | 'outputs',
): string {
  if (blockOfCard(id) === undefined) return id;
  const [only, ...others] = gatesOf(document.graph, nodesBehind(document, id))[side];
  return only !== undefined && others.length === 0 ? only : id;
}

/** What of a document says which nodes are folded up. */
export interface Folding {
  readonly blocks?: GraphDocument['blocks'] | undefined;
}

/** The card that stands for each node of a collapsed block. */
export const foldedNodes = ({ blocks = {} }: Folding): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(blocks).flatMap(([id, { nodes, collapsed }]) =>
      collapsed ? nodes.map((node) => [node, cardId(id)] as const) : [],
    ),
  );

/** What shows a node on the canvas: itself, or the card of the collapsed block that it is in. */
export const shownAs = (document: GraphDocument, id: string): string =>
  foldedNodes(document).get(id) ?? id;

/** What shows these nodes on the canvas: a collapsed block is one thing, however many of its nodes they are. */
export function shownAmong(document: Folding, nodes: readonly string[]): ReadonlySet<string> {
  const folded = foldedNodes(document);
  return new Set(nodes.map((id) => folded.get(id) ?? id));
}

/** Where the card of a block stands: in place of its node that is read first, row by row. */
export function cornerOf(document: GraphDocument, nodes: readonly string[]): Position {
  const [first = { x: 0, y: 0 }] = nodes
    .map((id) => positionOf(document, id))
    .sort((a, b) => (Math.abs(a.y - b.y) < SAME_ROW ? a.x - b.x : a.y - b.y));
  return first;
}

/** Where nodes stand after nodes and cards were moved on the canvas. */
export function positionsBehind(document: GraphDocument, moved: Layout): Layout {
  const entries = Object.entries(moved).flatMap(([id, at]) => {
    if (blockOfCard(id) === undefined) return [[id, at] as const];
    const nodes = nodesBehind(document, id);
    const corner = cornerOf(document, nodes);
    return nodes.map((node) => {
      const { x, y } = positionOf(document, node);
      return [node, { x: x + at.x - corner.x, y: y + at.y - corner.y }] as const;
    });
  });
  return Object.fromEntries(entries);
}
