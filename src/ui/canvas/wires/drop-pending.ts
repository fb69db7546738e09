import type { GraphDocument } from '../../../document/schema.ts';
import type { Stores } from '../../../state/stores.ts';
import type { KindPlace, MenuTarget, Wiring } from '../../../state/view-store.ts';
import { noteOf } from '../../comments/comment-id.ts';
import { blockOfCard, foldedNodes, nodesBehind } from '../nodes/folded.ts';

/**
 * Lets go of what was begun and not ended, a wire, a list of kinds or a menu, once what it began at is gone,
 * another document is opened or the network is locked. Ids are given again: it must not go on elsewhere.
 */
export function dropPending({ documents, views }: Pick<Stores, 'documents' | 'views'>): void {
  documents.subscribe((now, before) => {
    const isOther = now.origin !== before.origin || (now.locked && !before.locked);
    if (now.document === before.document && !isOther) return;
    const { wiring, kindList, menu, set } = views.getState();
    const { document } = now;
    if (wiring && (isOther || !hasWiring(document, wiring))) set({ wiring: undefined });
    if (kindList && (isOther || !hasPlace(document, kindList.place))) set({ kindList: undefined });
    if (menu && (isOther || !hasTarget(document, menu.target))) set({ menu: undefined });
  });
}

const hasWire = ({ graph }: GraphDocument, id: string): boolean =>
  graph.wires.some((wire) => wire.id === id);

/** Whether there is such a node or block, in sight or not. */
const hasNode = (document: GraphDocument, id: string): boolean =>
  blockOfCard(id) === undefined
    ? Object.hasOwn(document.graph.nodes, id)
    : nodesBehind(document, id).length > 0;

/** Whether the port is on the canvas that the wire hangs on. */
const hasWiring = (document: GraphDocument, { node, wire }: Wiring): boolean => {
  const folded = foldedNodes(document);
  const isSeen =
    blockOfCard(node) === undefined
      ? hasNode(document, node) && !folded.has(node)
      : [...folded.values()].includes(node);
  return isSeen && (wire === undefined || hasWire(document, wire));
};

const hasPlace = (document: GraphDocument, place: KindPlace): boolean =>
  place.type === 'wire' ? hasWire(document, place.wire) : hasNode(document, place.node);

function hasTarget(document: GraphDocument, target: MenuTarget): boolean {
  switch (target.type) {
    case 'canvas':
      return true;
    case 'wire':
      return hasWire(document, target.id);
    case 'note':
      return Object.hasOwn(document.notes ?? {}, noteOf(target.id) ?? '');
    case 'node':
      return hasNode(document, target.id);
  }
}
