import type { MouseEvent as ReactMouseEvent } from 'react';
import { err } from '../../../core/result.ts';
import { blockOf } from '../../../document/block-queries.ts';
import type { Stores } from '../../../state/stores.ts';
import type { KindPlace, Wiring } from '../../../state/view-store.ts';
import { planConnection, type Refusal } from '../../edit/plan-connection.ts';
import { planRewire } from '../../edit/plan-rewire.ts';
import { blockOfCard, foldedNodes, nodeAtPort } from '../nodes/folded.ts';

/**
 * Wires by click and click, or tap and tap: a port, then another port or node. In empty space it asks for a
 * layer. A finger that taps a port of the selected wire takes that end of it. A click that ends a wire at a node,
 * or is refused there, presses nothing that is drawn in the node.
 */
export function clickPort(event: ReactMouseEvent, stores: Stores): void {
  const { documents, views } = stores;
  if (documents.getState().locked || !(event.target instanceof Element)) return;
  const { wiring, set } = views.getState();
  const port = event.target.closest<HTMLElement>('.react-flow__handle');
  const node = event.target.closest<HTMLElement>('.react-flow__node-layer, .react-flow__node-block')
    ?.dataset['id'];
  if (!wiring) {
    if (!port || node === undefined) return;
    const outward = port.classList.contains('source');
    set({ wiring: endOfSelected(event, stores, node, outward) ?? { node, outward } });
    return;
  }
  // One looks around while a wire waits for its other end.
  if (event.target.closest('.react-flow__panel')) return;
  if (node !== undefined) event.stopPropagation();
  if (node === wiring.node) set({ wiring: undefined });
  else if (node !== undefined) {
    const plan = planWiring(wiring, node, stores);
    // A refusal is on screen; another node may do.
    if (!plan.ok) return;
    documents.getState().dispatch(plan.value);
    set({ wiring: undefined });
  } else if (wiring.wire === undefined && isEmpty(event.target)) {
    const place = openPlace(wiring, stores);
    set({ wiring: undefined, kindList: { place, x: event.clientX, y: event.clientY } });
  } else set({ wiring: undefined });
}

/** Where a kind is looked for at the open end of a wire. */
export const openPlace = (
  { node, outward }: Wiring,
  { documents }: Pick<Stores, 'documents'>,
): KindPlace => ({
  type: outward ? 'after' : 'before',
  node: nodeAtPort(documents.getState().document, node, outward ? 'outputs' : 'inputs'),
});

/** Whether a press on the canvas met neither a wire nor a control. */
const isEmpty = (target: Element): boolean =>
  target.closest('.react-flow__renderer') !== null &&
  target.closest('.react-flow__edge, button') === null;

/**
 * What ending a wire at another node would do, or why nothing. Both may be cards of collapsed blocks, which
 * stand for one of their nodes.
 */
export function planWiring(
  { node, outward, wire: id }: Wiring,
  other: string,
  { documents, catalogue }: Pick<Stores, 'documents' | 'catalogue'>,
) {
  const { document } = documents.getState();
  const { graph } = document;
  const [from, to] = outward ? [node, other] : [other, node];
  const wire = graph.wires.find((each) => each.id === id);
  const folded = foldedNodes(document);
  // An end that stays is the wire's own, however many ways lead into the block.
  const meant = (end: string, own: string | undefined, side: 'inputs' | 'outputs'): string =>
    own !== undefined && folded.get(own) === end ? own : nodeAtPort(document, end, side);
  const start = meant(from, wire?.from, 'outputs');
  const end = meant(to, wire?.to, 'inputs');
  const open = [start, end].map(blockOfCard).find((block) => block !== undefined);
  if (open !== undefined) {
    const name = blockOf(document, open)?.name ?? open;
    return err<Refusal>({ code: 'ways', from: name, to: name, max: 0 });
  }
  return wire
    ? planRewire(graph, catalogue, wire.id, start, end)
    : planConnection(graph, catalogue, start, end);
}

/** The selected wire, held at its other end, if a finger tapped this end of it. */
function endOfSelected(
  { nativeEvent }: ReactMouseEvent,
  { documents, views }: Stores,
  node: string,
  outward: boolean,
): Wiring | undefined {
  if (!('pointerType' in nativeEvent) || nativeEvent.pointerType !== 'touch') return undefined;
  const [id, ...others] = views.getState().selection.wires;
  const wire = documents.getState().document.graph.wires.find((each) => each.id === id);
  if (!wire || others.length > 0 || wire[outward ? 'from' : 'to'] !== node) return undefined;
  return { node: outward ? wire.to : wire.from, outward: !outward, wire: wire.id };
}
