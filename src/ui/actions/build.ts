import { wiresInto } from '../../document/queries.ts';
import type { Position } from '../../document/schema.ts';
import type { Asking, MenuTarget } from '../../state/view-store.ts';
import { focusSoon } from '../kit/focus-soon.ts';
import { openMenu } from '../menus/open-menu.ts';
import type { Action, ActionContext } from './action.ts';
import { subjectOf, subjectWire } from './subject.ts';

const graphOf = ({ stores }: ActionContext) => stores.documents.getState().document.graph;

/** Opens the list of commands for one purpose. */
function ask({ stores }: ActionContext, asking: Asking): void {
  stores.views.getState().set({ dialog: 'commands', asking });
}

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

/** Opens the inspector at the node at hand, ready to be typed into. */
const inspect =
  (field: 'editing' | 'renaming') =>
  ({ stores }: ActionContext): void => {
    const id = subjectOf(stores);
    if (id === undefined) return;
    stores.views.getState().select([id]);
    stores.views.getState().set({ rightTab: 'layer', rightOpen: true, [field]: id });
  };

/** Where on the screen the menu of a target opens: at its lower edge, or in the middle of the canvas. */
function placeOf(target: MenuTarget): Position {
  const named = (look: string, id: string) =>
    document.querySelector(`${look}[data-id="${CSS.escape(id)}"]`);
  const element =
    target.type === 'node'
      ? named('.react-flow__node', target.id)
      : target.type === 'wire'
        ? named('.react-flow__edge', target.id)
        : undefined;
  const box = (element ?? document.querySelector('main'))?.getBoundingClientRect();
  const { left = 0, top = 0, width = 0, height = 0 } = box ?? {};
  return target.type === 'node'
    ? { x: left + 24, y: top + height }
    : { x: left + width / 2, y: top + height / 2 };
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
    when: hasSubject,
    run: inspect('editing'),
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
    when: hasSubject,
    run: inspect('renaming'),
  },
  {
    id: 'addAfter',
    group: 'edit',
    title: ({ t }) => t('build.after'),
    keys: ['a'],
    aliases: ['append', 'new layer', '뒤에', '추가'],
    menus: ['node', 'canvas'],
    edits: true,
    run: (context) => {
      const node = subjectOf(context.stores);
      ask(context, node === undefined ? { what: 'free' } : { what: 'after', node });
    },
  },
  {
    id: 'insertBefore',
    group: 'edit',
    title: ({ t }) => t('build.before'),
    keys: ['shift+a'],
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
      if (wire !== undefined) ask(context, { what: 'insert', wire });
    },
  },
  {
    id: 'connect',
    group: 'edit',
    title: ({ t }) => t('build.connect'),
    keys: ['c'],
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
    run: ({ stores }) => {
      const { nodes, wires } = stores.views.getState().selection;
      const id = subjectOf(stores) ?? nodes[0] ?? wires[0];
      const type = wires[0] !== undefined && id === wires[0] ? 'wire' : 'node';
      const target: MenuTarget = id === undefined ? { type: 'canvas' } : { type, id };
      const { x, y } = placeOf(target);
      openMenu(stores.views, target, x, y);
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
