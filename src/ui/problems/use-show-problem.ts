import type { Problem } from '../../compiler/problem.ts';
import { useStores } from '../../state/stores.ts';
import { nodesBehind, shownAs } from '../canvas/nodes/folded.ts';

/** Brings the place of a problem into view and selects it. */
export function useShowProblem(): (problem: Problem) => void {
  const { views, documents } = useStores();
  return ({ at }) => {
    const { select, set } = views.getState();
    if ('node' in at) {
      const { document } = documents.getState();
      const card = shownAs(document, at.node);
      // What is within a collapsed block is found on its card.
      select(nodesBehind(document, card));
      set({ focus: { nodes: [card] } });
    } else if ('wire' in at) {
      const wire = documents.getState().document.graph.wires.find(({ id }) => id === at.wire);
      select([], [at.wire]);
      if (wire) set({ focus: { nodes: [wire.from, wire.to] } });
    }
  };
}
