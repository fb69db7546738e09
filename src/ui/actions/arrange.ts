import type { Flow } from '../../document/schema.ts';
import type { Axis, Edge } from '../arrange/align.ts';
import { shownAmong } from '../canvas/nodes/folded.ts';
import type { Action, ActionContext } from './action.ts';

// Loaded when something is first put in order.
const load = () => import('../arrange/arrange.ts');

/** How many things are selected, as they are seen: a collapsed block is one. */
const chosen = ({ stores }: ActionContext): number =>
  shownAmong(stores.documents.getState().document, stores.views.getState().selection.nodes).size;

const hasNodes = ({ stores }: ActionContext): boolean =>
  Object.keys(stores.documents.getState().document.graph.nodes).length > 0;

const alignAction = (edge: Edge, key: string, ...aliases: string[]): Action => ({
  id: `align-${edge}`,
  group: 'canvas',
  title: ({ t }) => t(`arrange.${edge}`),
  keys: [key],
  aliases: ['align', '정렬', ...aliases],
  edits: true,
  when: (context) => chosen(context) > 1,
  run: async (context) => (await load()).alignSelected(context, edge),
});

const distributeAction = (axis: Axis, key: string): Action => ({
  id: `distribute-${axis}`,
  group: 'canvas',
  title: ({ t }) => t(`arrange.${axis}`),
  keys: [key],
  aliases: ['distribute', 'space', 'gaps', '간격', '분배'],
  edits: true,
  when: (context) => chosen(context) > 2,
  run: async (context) => (await load()).distributeSelected(context, axis),
});

const turnAction = (flow: Flow, key: string, ...aliases: string[]): Action => ({
  id: `tidy-${flow}`,
  group: 'canvas',
  title: ({ t }) => t(flow === 'right' ? 'arrange.tidyRight' : 'arrange.tidyDown'),
  keys: [key],
  at: 'graph',
  aliases: ['layout', 'tidy', 'direction', '정리', '방향', ...aliases],
  edits: true,
  when: hasNodes,
  run: async (context) => (await load()).tidy(context, flow),
});

/** Nodes are put in order. */
export const arrangeActions: readonly Action[] = [
  {
    id: 'tidy',
    group: 'canvas',
    title: (context) => context.t(chosen(context) > 1 ? 'arrange.tidySelected' : 'bar.tidy'),
    keys: ['t'],
    at: 'graph',
    aliases: ['layout', 'arrange', 'clean', '정리', '배치'],
    menus: ['canvas'],
    edits: true,
    when: hasNodes,
    run: async (context) => (await load()).tidy(context),
  },
  {
    id: 'snap',
    group: 'canvas',
    title: ({ stores, t }) =>
      t('arrange.snap', {
        state: t(stores.views.getState().snap ? 'arrange.on' : 'arrange.off'),
      }),
    aliases: ['guides', 'grid', '안내선', '스냅'],
    edits: true,
    run: ({ stores }) => {
      const { snap, set } = stores.views.getState();
      set({ snap: !snap });
    },
  },
  turnAction('right', 'shift+h', 'left to right', 'horizontal', '가로'),
  turnAction('down', 'shift+v', 'top to bottom', 'vertical', '세로'),
  alignAction('left', 'alt+a', '왼쪽'),
  alignAction('centre', 'alt+h', 'center', '가운데'),
  alignAction('right', 'alt+d', '오른쪽'),
  alignAction('top', 'alt+w', '위'),
  alignAction('middle', 'alt+v', 'center', '가운데'),
  alignAction('bottom', 'alt+s', '아래'),
  distributeAction('horizontal', 'alt+shift+h'),
  distributeAction('vertical', 'alt+shift+v'),
];
