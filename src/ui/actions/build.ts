import { wiresInto } from '../../document/queries.ts';
import type { Position } from '../../document/schema.ts';
import type { Stores } from '../../state/stores.ts';
import type { Asking, MenuTarget } from '../../state/view-store.ts';
import { cardId, foldedNodes, shownAs } from '../canvas/nodes/folded.ts';
import { reveal } from '../canvas/viewport/reveal.ts';
import { onCanvas } from '../comments/comment-id.ts';
import { inspectNode, nameBlock } from '../edit/inspect.ts';
import { selectThing } from '../edit/select-thing.ts';
import { focusSoon } from '../kit/focus-soon.ts';
import { inSight } from '../menus/in-sight.ts';
import { openMenu, targetAt } from '../menus/open-menu.ts';
import type { Action, ActionContext } from './action.ts';
import { openCommands, openKinds } from './open-commands.ts';
import { subjectBlock, subjectOf, subjectWire } from './subject.ts';

const graphOf = ({ stores }: ActionContext) => stores.documents.getState().document.graph;

/** Opens the list of commands for one purpose. */
const ask = ({ stores }: ActionContext, asking: Asking): void => openCommands(stores, asking);

/** Asks for what is done with the node at hand. */
const askNode =
  (what: 'connect' | 'cut') =>
  (context: ActionContext): void => {
    const node = subjectOf(context.stores);
    if (node !== undefined) ask(context, { what, node });
  };

const hasSubject = ({ stores }: ActionContext): boolean => subjectOf(stores) !== undefined;

const subjectKind = (context: ActionContext) => {
  const { nodes } = graphOf(context);
  const id = subjectOf(context.stores) ?? '';
  return context.stores.catalogue.layers.get(
    Object.hasOwn(nodes, id) ? (nodes[id]?.kind ?? '') : '',
  );
};

/** Whether the node at hand has wires. */
const hasWires = (context: ActionContext): boolean => {
  const id = subjectOf(context.stores);
  return graphOf(context).wires.some(({ from, to }) => from === id || to === id);
};

const hasNodeOrBlock = ({ stores }: ActionContext): boolean =>
  subjectOf(stores) !== undefined || subjectBlock(stores) !== undefined;

/** Opens the inspector at the node or block at hand, ready to be typed into. */
const inspect =
  (wanted: 'parameters' | 'name') =>
  ({ stores }: ActionContext): void => {
    const block = subjectBlock(stores);
    const id = subjectOf(stores);
    if (block !== undefined) {
      selectThing(stores, cardId(block));
      nameBlock(stores, block);
    } else if (id !== undefined) inspectNode(stores, id, wanted);
  };

/**
 * Where on the screen the menu of a target opens: at its lower edge, or in the middle of the canvas. What is off
 * the screen is brought into view.
 */
function placeOf(target: MenuTarget, { stores, flow }: ActionContext): Position {
  if (target.type === 'canvas') return inSight(middleOf(document.querySelector('main')));
  const line = document.querySelector(`[data-outline-node="${CSS.escape(target.id)}"]`);
  if (line) {
    const { left, bottom } = line.getBoundingClientRect();
    return inSight({ x: left + 24, y: bottom });
  }
  const shown = stores.documents.getState().document;
  const wire = shown.graph.wires.find(({ id }) => target.type === 'wire' && id === target.id);
  const nodes = wire ? [wire.from, wire.to] : [target.id];
  const drawn =
    wire && document.querySelector(`.react-flow__edge[data-id="${CSS.escape(wire.id)}"]`);
  const at = drawn
    ? flow.screenToFlowPosition(middleOf(drawn))
    : lowerEdgeOf(flow, shownAs(shown, nodes[0] ?? target.id));
  return inSight(reveal(flow, shown, nodes)(at));
}

function middleOf(element: Element | null): Position {
  const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** The lower edge of something on the canvas, in pixels of the canvas. */
function lowerEdgeOf(flow: ActionContext['flow'], id: string): Position {
  const { internals, measured } = flow.getInternalNode(id) ?? {};
  const { x = 0, y = 0 } = internals?.positionAbsolute ?? {};
  return { x: x + 24, y: y + (measured?.height ?? 0) };
}

/** What is selected, or what has the focus: a collapsed block where it is one of its nodes. */
function chosenTarget(stores: Stores): MenuTarget {
  const { nodes, wires, notes = [] } = stores.views.getState().selection;
  const [wire] = wires;
  const [note] = notes;
  const node = subjectOf(stores) ?? nodes[0];
  if (node !== undefined) {
    return targetAt(foldedNodes(stores.documents.getState().document).get(node) ?? node);
  }
  if (wire !== undefined) return { type: 'wire', id: wire };
  return note === undefined ? { type: 'canvas' } : targetAt(onCanvas(note));
}

/** How a network is built without a pointer. */
export const buildActions: readonly Action[] = [
  {
    id: 'edit',
    group: 'edit',
    title: ({ t }) => t('build.edit'),
    keys: ['enter'],
    at: 'graph',
    aliases: ['parameters', 'settings', '속성', '설정'],
    menus: ['node'],
    edits: true,
    when: hasNodeOrBlock,
    run: inspect('parameters'),
  },
  {
    id: 'rename',
    group: 'edit',
    title: ({ t }) => t('build.rename'),
    keys: ['f2'],
    at: 'graph',
    aliases: ['name', 'label', '이름'],
    menus: ['node'],
    edits: true,
    when: hasNodeOrBlock,
    run: inspect('name'),
  },
  {
    id: 'addAfter',
    group: 'edit',
    title: ({ t }) => t('build.after'),
    keys: ['a'],
    at: 'graph',
    aliases: ['append', 'new layer', '뒤에', '추가'],
    menus: ['node', 'canvas'],
    edits: true,
    run: (context) => {
      const node = subjectOf(context.stores);
      if (subjectKind(context)?.role === 'objective') {
        context.stores.views.getState().notify({ tone: 'info', text: context.t('build.last') });
      } else ask(context, node === undefined ? { what: 'free' } : { what: 'after', node });
    },
  },
  {
    id: 'insertBefore',
    group: 'edit',
    title: ({ t }) => t('build.before'),
    keys: ['shift+a'],
    at: 'graph',
    aliases: ['prepend', '앞에', '끼우기'],
    menus: ['node'],
    edits: true,
    when: (context) => {
      const { role } = subjectKind(context) ?? {};
      return role !== undefined && role !== 'source';
    },
    run: (context) => {
      const node = subjectOf(context.stores);
      if (node === undefined) return;
      const [wire, ...others] = wiresInto(graphOf(context), node);
      if (wire && others.length === 0) ask(context, { what: 'insert', wire: wire.id });
      else ask(context, { what: 'before', node });
    },
  },
  {
    id: 'insertHere',
    group: 'edit',
    title: ({ t }) => t('build.insert'),
    aliases: ['insert', '끼우기'],
    menus: ['wire'],
    edits: true,
    when: ({ stores }) => subjectWire(stores) !== undefined,
    run: (context) => {
      const wire = subjectWire(context.stores);
      if (wire === undefined) return;
      const at = placeOf({ type: 'wire', id: wire }, context);
      openKinds(context.stores, { place: { type: 'wire', wire }, ...at });
    },
  },
  {
    id: 'connect',
    group: 'edit',
    title: ({ t }) => t('build.connect'),
    keys: ['c'],
    at: 'graph',
    aliases: ['wire', 'edge', 'link', '연결', '선'],
    menus: ['node'],
    edits: true,
    when: hasSubject,
    run: askNode('connect'),
  },
  {
    id: 'cutWires',
    group: 'edit',
    title: ({ t }) => t('build.cut'),
    keys: ['x'],
    at: 'graph',
    aliases: ['disconnect', 'unplug', '끊기', '선'],
    menus: ['node'],
    edits: true,
    when: hasWires,
    run: askNode('cut'),
  },
  {
    id: 'menu',
    group: 'edit',
    title: ({ t }) => t('build.menu'),
    keys: ['shift+f10', 'contextmenu'],
    at: 'graph',
    aliases: ['context menu', '메뉴'],
    run: (context) => {
      const target = chosenTarget(context.stores);
      const { x, y } = placeOf(target, context);
      openMenu(context.stores, target, x, y);
    },
  },
  {
    id: 'findLayer',
    group: 'edit',
    title: ({ t }) => t('palette.search'),
    keys: ['/'],
    aliases: ['search', '검색', '층'],
    edits: true,
    run: ({ stores }) => {
      stores.views.getState().set({ leftOpen: true, leftTab: 'layers' });
      focusSoon(() => document.querySelector<HTMLInputElement>('aside input[type="search"]'));
    },
  },
];
