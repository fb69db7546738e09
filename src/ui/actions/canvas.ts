import { fitAll } from '../canvas/viewport/fit.ts';
import { removeParts } from '../edit/parts.ts';
import type { Action, ActionContext } from './action.ts';

const selected = ({ stores }: ActionContext) => stores.views.getState().selection;

/** What Delete takes away, in words. */
function removal(context: ActionContext): string {
  const { nodes, wires, notes = [] } = selected(context);
  const { t } = context;
  if (nodes.length + wires.length + notes.length > 1) return t('build.removeAll');
  if (notes.length > 0) return t('comment.remove');
  return t(wires.length > 0 ? 'inspector.removeWire' : 'inspector.remove');
}

/** What is done to the selection and to the way the canvas is looked at. */
export const canvasActions: readonly Action[] = [
  {
    id: 'remove',
    group: 'edit',
    title: removal,
    row: ({ t }) => t('build.removeAll'),
    keys: ['delete', 'backspace'],
    at: 'graph',
    aliases: ['delete', '삭제'],
    menus: ['node', 'wire', 'note'],
    edits: true,
    when: (context) => {
      const { nodes, wires, notes = [] } = selected(context);
      return nodes.length + wires.length + notes.length > 0;
    },
    run: ({ stores }) => removeParts(stores),
  },
  {
    id: 'removePlain',
    group: 'edit',
    title: ({ t }) => t('action.removePlain'),
    keys: ['shift+delete', 'shift+backspace'],
    at: 'graph',
    aliases: ['cut', 'disconnect', '끊기'],
    menus: ['node'],
    edits: true,
    when: (context) => selected(context).nodes.length > 0,
    run: ({ stores }) => removeParts(stores, undefined, false),
  },
  {
    id: 'selectAll',
    group: 'edit',
    title: ({ t }) => t('action.selectAll'),
    keys: ['mod+a'],
    menus: ['canvas'],
    edits: true,
    run: ({ stores }) => {
      const { graph, notes = {} } = stores.documents.getState().document;
      stores.views.getState().select(
        Object.keys(graph.nodes),
        graph.wires.map(({ id }) => id),
        Object.keys(notes),
      );
    },
  },
  {
    id: 'fit',
    group: 'canvas',
    title: ({ t }) => t('canvas.fit'),
    keys: ['0', 'shift+1'],
    aliases: ['zoom', 'view', '전체'],
    menus: ['canvas'],
    run: async ({ flow, stores }) => {
      const { beside } = stores.views.getState();
      await fitAll(flow, stores.documents.getState().document, undefined, beside);
    },
  },
  {
    id: 'zoomIn',
    group: 'canvas',
    title: ({ t }) => t('canvas.zoomIn'),
    keys: ['plus', '='],
    run: async ({ flow }) => {
      await flow.zoomIn();
    },
  },
  {
    id: 'zoomOut',
    group: 'canvas',
    title: ({ t }) => t('canvas.zoomOut'),
    keys: ['-'],
    run: async ({ flow }) => {
      await flow.zoomOut();
    },
  },
];
