import { type Box, freeSpot } from '../../document/free-spot.ts';
import { freeNoteId, notesOf } from '../../document/notes.ts';
// What is typed next is meant for the comment: it comes with its key, and is there at once.
import '../comments/comment-card.tsx';
import { colourAction, colours } from '../comments/colours.ts';
import { onCanvas } from '../comments/comment-id.ts';
import { typeSoon } from '../kit/type-soon.ts';
import type { Action, ActionContext } from './action.ts';

/** Size of a new comment, in pixels, and room below it for its tools. */
const SIZE = { width: 220, height: 96 };
const TOOLS = 44;

/** The free place nearest to the middle of what is seen of the canvas. */
function freePlace({ flow }: ActionContext): { x: number; y: number } {
  const box = document.querySelector('.react-flow')?.getBoundingClientRect();
  const middle = flow.screenToFlowPosition({
    x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
    y: (box?.top ?? 0) + (box?.height ?? 0) / 3,
  });
  const height = SIZE.height + TOOLS / flow.getZoom();
  const at = { x: middle.x - SIZE.width / 2, y: middle.y - SIZE.height / 2, ...SIZE, height };
  const boxes = flow.getNodes().map(
    ({ position, measured, width, height }): Box => ({
      ...position,
      width: measured?.width ?? width ?? SIZE.width,
      height: measured?.height ?? height ?? SIZE.height,
    }),
  );
  const { x, y } = freeSpot(at, boxes);
  return { x: Math.round(x), y: Math.round(y) };
}

/** The comment that is selected, if it is the only thing. */
function onlyNote({ stores }: ActionContext): string | undefined {
  const { nodes, wires, notes = [] } = stores.views.getState().selection;
  const [only, ...others] = notes;
  return nodes.length + wires.length + others.length > 0 ? undefined : only;
}

/** Where the text of a comment is typed: in the list of nodes, if that is open. */
const textOf = (thing: string): HTMLElement | null => {
  const field = `textarea[data-text-of="${CSS.escape(thing)}"]`;
  return (
    document.querySelector<HTMLElement>(`[data-outline] ${field}`) ??
    document.querySelector<HTMLElement>(field)
  );
};

/** Comments on the canvas. */
export const commentActions: readonly Action[] = [
  {
    id: 'comment',
    group: 'canvas',
    title: ({ t }) => t('comment.add'),
    keys: ['n'],
    at: 'graph',
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
      // The free place may be off the screen; what is typed must be seen.
      const thing = onCanvas(id);
      views.getState().set({ editing: thing, focus: { nodes: [thing] } });
      typeSoon(() => textOf(thing));
    },
  },
  {
    id: 'editComment',
    group: 'edit',
    title: ({ t }) => t('comment.edit'),
    aliases: ['note', 'text', '메모', '글'],
    menus: ['note'],
    edits: true,
    when: (context) => onlyNote(context) !== undefined,
    run: (context) => {
      const note = onlyNote(context);
      if (note !== undefined) context.stores.views.getState().set({ editing: onCanvas(note) });
    },
  },
  ...colours.map(
    ({ name }): Action => ({
      id: colourAction(name),
      group: 'canvas',
      title: ({ t }) => t('comment.colour', { colour: t(`comment.${name}`) }),
      aliases: ['color', 'colour', 'note', '색', '메모'],
      menus: ['note'],
      edits: true,
      when: (context) => onlyNote(context) !== undefined,
      run: (context) => {
        const id = onlyNote(context);
        if (id === undefined) return;
        const { dispatch } = context.stores.documents.getState();
        dispatch([{ type: 'editNote', id, change: { colour: name } }]);
      },
    }),
  ),
];
