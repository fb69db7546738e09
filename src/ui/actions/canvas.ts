import { fitOptions } from '../canvas/fit-options.ts';
import { planRemove } from '../edit/plan-remove.ts';
import type { Action, ActionContext } from './action.ts';

const selected = ({ stores }: ActionContext) => stores.views.getState().selection;

/** Removes what is selected; `heal` joins what it stood between. */
function remove(context: ActionContext, heal: boolean): void {
  const { documents, catalogue } = context.stores;
  const { document, dispatch } = documents.getState();
  const { notes = [] } = selected(context);
  const plan = planRemove(document, catalogue, selected(context), heal);
  dispatch(notes.length > 0 ? [...plan, { type: 'removeNotes', ids: notes }] : plan);
}

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
    when: (context) => {
      const { nodes, wires, notes = [] } = selected(context);
      return nodes.length + wires.length + notes.length > 0;
    },
    run: (context) => remove(context, true),
  },
  {
    id: 'removePlain',
    group: 'edit',
    title: ({ t }) => t('action.removePlain'),
    keys: ['shift+delete', 'shift+backspace'],
    aliases: ['cut', 'disconnect', '끊기'],
    menus: ['node'],
    edits: true,
    when: (context) => selected(context).nodes.length > 0,
    run: (context) => remove(context, false),
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
