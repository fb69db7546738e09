import { positionOf, wiresFrom, wiresInto } from '../../document/queries.ts';
import type { Graph, GraphDocument } from '../../document/schema.ts';
import { wireOrder } from '../../document/wire-order.ts';
import type { Stores } from '../../state/stores.ts';
import { nodeAt } from '../canvas/node-at.ts';
import { shownAs } from '../canvas/nodes/folded.ts';
import { onCanvas } from '../comments/comment-id.ts';
import type { Action, ActionContext } from './action.ts';
import { goTo, stopsOf } from './go-to.ts';
import { subjectOf } from './subject.ts';

/** Ways through the graph by key: Tab along the wires, Alt and an arrow where they branch. */
export const walkActions: readonly Action[] = [
  {
    id: 'walkOn',
    group: 'canvas',
    title: ({ t }) => t('walk.on'),
    keys: ['tab'],
    at: 'graph',
    aliases: ['next node', '다음 노드'],
    run: ({ stores }) => walk(stores, 1),
  },
  {
    id: 'walkBack',
    group: 'canvas',
    title: ({ t }) => t('walk.back'),
    keys: ['shift+tab'],
    at: 'graph',
    aliases: ['previous node', '이전 노드'],
    run: ({ stores }) => walk(stores, -1),
  },
  branch('walkOut', 'arrowright', ({ graph }, id) => wiresFrom(graph, id).map(({ to }) => to)),
  branch('walkIn', 'arrowleft', ({ graph }, id) => wiresInto(graph, id).map(({ from }) => from)),
  branch('walkUp', 'arrowup', (document, id) => beside(document, id, -1)),
  branch('walkDown', 'arrowdown', (document, id) => beside(document, id, 1)),
  {
    id: 'stepBack',
    group: 'canvas',
    title: ({ t }) => t('walk.escape'),
    keys: ['escape'],
    at: 'graph',
    aliases: ['deselect', 'cancel', '선택 해제'],
    when: ({ stores }) => hasSelection(stores) || focused() !== undefined,
    run: ({ stores }) => {
      if (hasSelection(stores)) stores.views.getState().select([]);
      else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    },
  },
];

function hasSelection({ views }: Pick<Stores, 'views'>): boolean {
  const { nodes, wires, notes = [] } = views.getState().selection;
  return nodes.length + wires.length + notes.length > 0;
}

/** What on the canvas or in the list of nodes has the focus. */
const focused = (): string | undefined =>
  typeof document === 'undefined' ? undefined : nodeAt(document.activeElement);

function branch(
  id: 'walkOut' | 'walkIn' | 'walkUp' | 'walkDown',
  arrow: string,
  find: (document: GraphDocument, id: string) => readonly string[],
): Action {
  return {
    id,
    group: 'canvas',
    title: ({ t }) => t(`walk.${id}`),
    row: ({ t }) => t(`walk.${id === 'walkOut' || id === 'walkIn' ? 'alongWire' : 'branches'}`),
    keys: [`alt+${arrow}`],
    at: 'graph',
    aliases: ['branch', 'wire', '갈래'],
    run: ({ stores }: ActionContext) => {
      const { document } = stores.documents.getState();
      const { nodes } = stores.views.getState().selection;
      const here = subjectOf(stores) ?? nodes[0] ?? wireOrder(document.graph)[0];
      const [there] = here === undefined ? [] : find(document, here);
      if (there !== undefined) goTo(stores, there);
    },
  };
}

/** The node above or below among those that share a feeder or a reader with this one. */
function beside(document: GraphDocument, id: string, way: 1 | -1): readonly string[] {
  const column = siblings(document.graph, id);
  column.sort((a, b) => positionOf(document, a).y - positionOf(document, b).y);
  const at = column.indexOf(id);
  const there = column[(at + way + column.length) % column.length];
  return there === undefined ? [] : [there];
}

function siblings(graph: Graph, id: string): string[] {
  const others = [
    ...wiresInto(graph, id).flatMap(({ from }) => wiresFrom(graph, from).map(({ to }) => to)),
    ...wiresFrom(graph, id).flatMap(({ to }) => wiresInto(graph, to).map(({ from }) => from)),
  ];
  return [...new Set([id, ...others])];
}

/**
 * Goes to the next node along the wires, or back; false where the browser's own way is right: to what can
 * be pressed inside the node, or, at the end, out of the canvas.
 */
function walk(stores: Stores, way: 1 | -1): boolean {
  const { activeElement, body } = document;
  if (activeElement?.closest('[role="dialog"]')) return walkFromList(stores, way);
  const element = activeElement?.closest<HTMLElement>('.react-flow__node');
  const here = element ? element.dataset['id'] : activeElement === body && thingAtHand(stores);
  if (!here) return false;
  const stops = element ? [element, ...controlsOf(element)] : [];
  const stop = stops.indexOf(activeElement as HTMLElement);
  if (element && (way === 1 ? stop >= 0 && stop < stops.length - 1 : stop > 0)) return false;
  const order = stopsOf(stores.documents.getState().document);
  const next = order[order.indexOf(here) + way];
  if (next === undefined) {
    // The browser goes on from there: past the nodes, whatever their order on the page.
    document.querySelector<HTMLElement>(`[data-leave="${way === 1 ? 'on' : 'back'}"]`)?.focus();
    return false;
  }
  goTo(stores, next);
  return true;
}

/** Goes on from what is selected, or begins: who asks by the list of commands has the focus in that. */
function walkFromList(stores: Stores, way: 1 | -1): boolean {
  const { document: shown } = stores.documents.getState();
  const order = stopsOf(shown);
  const [node] = stores.views.getState().selection.nodes;
  const here = order.indexOf(shownAs(shown, thingAtHand(stores) ?? node ?? ''));
  const next = here < 0 ? order.at(way === 1 ? 0 : -1) : (order[here + way] ?? order[here]);
  if (next !== undefined) goTo(stores, next);
  return true;
}

/** What is selected, where nothing has the focus. */
function thingAtHand(stores: Stores): string | undefined {
  const [note] = stores.views.getState().selection.notes ?? [];
  return subjectOf(stores) ?? (note === undefined ? undefined : onCanvas(note));
}

const controlsOf = (node: HTMLElement): HTMLElement[] =>
  [...node.querySelectorAll<HTMLElement>('button, a[href], input, select, [tabindex="0"]')].filter(
    (each) => each.tabIndex >= 0 && each.offsetParent !== null && !each.matches(':disabled'),
  );
