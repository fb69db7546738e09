import { freeNoteId, notesOf } from '../../document/notes.ts';
import { onCanvas } from '../comments/comment-id.ts';
import type { Action, ActionContext } from './action.ts';

/** Size of a new comment, and how far the next one stands from it, in pixels. */
const SIZE = { width: 220, height: 96 };
const STEP = 28;

/** The middle of what is seen of the canvas, where no other comment begins. */
function freePlace({ stores, flow }: ActionContext): { x: number; y: number } {
  const box = document.querySelector('.react-flow')?.getBoundingClientRect();
  const middle = flow.screenToFlowPosition({
    x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
    y: (box?.top ?? 0) + (box?.height ?? 0) / 3,
  });
  const at = {
    x: Math.round(middle.x - SIZE.width / 2),
    y: Math.round(middle.y - SIZE.height / 2),
  };
  const notes = Object.values(notesOf(stores.documents.getState().document));
  while (notes.some(({ x, y }) => Math.abs(x - at.x) < STEP && Math.abs(y - at.y) < STEP)) {
    at.x += STEP;
    at.y += STEP;
  }
  return at;
}

/** Comments on the canvas. */
export const commentActions: readonly Action[] = [
  {
    id: 'comment',
    group: 'canvas',
    title: ({ t }) => t('comment.add'),
    keys: ['n'],
    aliases: ['note', 'text', 'label', '메모', '글'],
    menus: ['canvas'],
    edits: true,
    run: (context) => {
      const { documents, views } = context.stores;
      const id = freeNoteId(documents.getState().document);
      const note = { text: '', ...freePlace(context), ...SIZE };
      documents.getState().dispatch([{ type: 'addNote', id, note }]);
      if (!Object.hasOwn(notesOf(documents.getState().document), id)) return;
      views.getState().select([], [], [id]);
      views.getState().set({ editing: onCanvas(id) });
    },
  },
];
