import type { ReactFlowState } from '@xyflow/react';
import type { HintFacts } from '../../state/hints.ts';
import type { Stores } from '../../state/stores.ts';

/** What only the hand knows, and the stores do not. */
export interface HandFacts {
  readonly overPort: string | undefined;
  readonly refused: string | undefined;
  /** Whether training has run since the page was opened. */
  readonly ran: boolean;
}

const hover = matchMedia('(hover: hover)');

/** What hints are decided by, as it stands now. */
export function hintFacts(
  { documents, views, runs, study, catalogue }: Stores,
  flow: ReactFlowState,
  hand: HandFacts,
): HintFacts {
  const { document: graphDocument, locked, step } = documents.getState();
  const view = views.getState();
  const { running, frame } = runs.getState();
  const { nodes, wires } = graphDocument.graph;
  const ids = Object.keys(nodes);
  const giving = (id: string | undefined): string | undefined => {
    const node = id !== undefined && Object.hasOwn(nodes, id) ? nodes[id] : undefined;
    return node && catalogue.layers.get(node.kind)?.role !== 'objective' ? id : undefined;
  };
  const only = (all: readonly string[]): string | undefined =>
    giving(all.length === 1 ? all[0] : undefined);
  return {
    quiet:
      locked ||
      study.getState().presenting ||
      document.querySelector('[data-pointed]') !== null ||
      flow.connection.inProgress ||
      view.wiring !== undefined ||
      view.carried !== undefined ||
      view.plugging !== undefined ||
      view.kindList !== undefined ||
      view.menu !== undefined ||
      view.dialog !== undefined ||
      view.lens !== undefined ||
      view.doubtful !== undefined ||
      view.startOpen ||
      view.tableOpen ||
      view.outline,
    hovers: hover.matches,
    palette: view.leftOpen && view.leftTab === 'layers',
    alone: only(ids),
    selected: only(view.selection.nodes),
    overPort: giving(hand.overPort),
    rested: hand.ran && !running && (frame?.step ?? 0) > 0 ? giving(firstPictured()) : undefined,
    refused: giving(hand.refused),
    nodes: ids.length,
    wires: wires.length,
    step: step?.code,
    looksInside: view.lens !== undefined,
    asksAfter: view.asking?.what === 'after',
    asksFits: view.kindList?.place.type === 'after' || view.kindList?.place.type === 'before',
  };
}

/** The first layer after the data that shows a picture. */
function firstPictured(): string | undefined {
  const all = document.querySelectorAll('.react-flow__node [data-node-picture]');
  return (all[1] ?? all[0])?.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
}
