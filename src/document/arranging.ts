import { withinCanvas } from './placement.ts';
import { positionOf } from './queries.ts';
import type { Flow, GraphDocument, Position } from './schema.ts';

/** Puts several nodes in order at once; tidying may turn the direction in which the drawing is read. */
export interface ArrangeCommand {
  readonly type: 'arrange';
  readonly how: 'tidy' | 'align' | 'distribute';
  readonly positions: Readonly<Record<string, Position>>;
  readonly flow?: Flow;
}

/** The direction in which a drawing is read. */
export const flowOf = ({ flow }: Pick<GraphDocument, 'flow'>): Flow => flow ?? 'right';

/** The document after nodes were put in order. */
export function arrange(
  document: GraphDocument,
  { positions, flow }: ArrangeCommand,
): GraphDocument {
  const moved = moveNodes(document, positions);
  return flow === undefined || flow === flowOf(moved) ? moved : { ...moved, flow };
}

/** The document with nodes elsewhere; nodes that it does not have are left out. */
export function moveNodes(
  document: GraphDocument,
  positions: Readonly<Record<string, Position>>,
): GraphDocument {
  const moved = Object.entries(positions)
    .map(([id, at]) => [id, withinCanvas(at)] as const)
    .filter(([id, { x, y }]) => {
      const { x: left, y: top } = positionOf(document, id);
      return Object.hasOwn(document.graph.nodes, id) && (x !== left || y !== top);
    });
  if (moved.length === 0) return document;
  return { ...document, layout: { ...document.layout, ...Object.fromEntries(moved) } };
}
