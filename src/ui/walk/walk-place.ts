import { useDocument } from '../../state/stores.ts';
import type { useWalk } from '../../visualisations/walk/use-walk.ts';

/** A walk that is under way. */
export type Way = NonNullable<ReturnType<typeof useWalk>>;

/** Which node, or which wire by its ends, the stop at hand is about. */
export function placeOf({ stage, ir }: Way): { node?: string; wire?: string } {
  switch (stage.type) {
    case 'slope':
      return { wire: `${stage.from}>${stage.to}` };
    case 'cost':
      return { node: ir.loss.id };
    case 'value':
    case 'weight':
    case 'update':
      return { node: stage.node };
    default:
      return {};
  }
}

/** The wire between two nodes, by `from>to`. */
export function useWireId(ends: string | undefined): string | undefined {
  const [from, to] = ends?.split('>') ?? [];
  return useDocument(
    ({ document }) => document.graph.wires.find((wire) => wire.from === from && wire.to === to)?.id,
  );
}
