import { fitOptions } from '../canvas/fit-options.ts';
import type { Action, ActionContext } from './action.ts';

const selected = ({ stores }: ActionContext) => stores.views.getState().selection;

/** What is done to the selection and to the way the canvas is looked at. */
export const canvasActions: readonly Action[] = [
  {
    id: 'remove',
    group: 'edit',
    title: ({ t }) => t('inspector.remove'),
    keys: ['delete', 'backspace'],
    aliases: ['delete', '삭제'],
    menus: ['node', 'wire'],
    edits: true,
    when: (context) => selected(context).nodes.length + selected(context).wires.length > 0,
    run: (context) => {
      const { nodes, wires } = selected(context);
      context.stores.documents.getState().dispatch([
        { type: 'disconnect', wires },
        { type: 'remove', nodes },
      ]);
    },
  },
  {
    id: 'selectAll',
    group: 'edit',
    title: ({ t }) => t('action.selectAll'),
    keys: ['mod+a'],
    menus: ['canvas'],
    edits: true,
    run: ({ stores }) => {
      const { graph } = stores.documents.getState().document;
      stores.views.getState().select(
        Object.keys(graph.nodes),
        graph.wires.map(({ id }) => id),
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
    run: async ({ flow }) => {
      await flow.fitView(fitOptions);
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
