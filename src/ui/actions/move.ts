import type { Command } from '../../document/commands.ts';
import { notesOf } from '../../document/notes.ts';
import { positionOf } from '../../document/queries.ts';
import { wireOrder } from '../../document/wire-order.ts';
import type { Action, ActionContext } from './action.ts';
import { goTo } from './go-to.ts';
import { subjectOf } from './subject.ts';

/** How far a press moves what is selected, in pixels; with Shift, how far. */
const STEP = 10;
const LEAP = 100;

const ways = [
  { way: 'left', x: -1, y: 0 },
  { way: 'right', x: 1, y: 0 },
  { way: 'up', x: 0, y: -1 },
  { way: 'down', x: 0, y: 1 },
] as const;

/** What is selected is moved by the arrow keys; where nothing is, they pick a first node. */
export const moveActions: readonly Action[] = [
  { id: 'move', prefix: '', by: STEP, row: 'move' as const },
  { id: 'leap', prefix: 'shift+', by: LEAP, row: 'leap' as const },
].flatMap(({ id, prefix, by, row }) =>
  ways.map(
    ({ way, x, y }): Action => ({
      id: `${id} ${way}`,
      group: 'edit',
      title: ({ t }) => t(`build.${row}To`, { way: t(`build.way.${way}`) }),
      row: ({ t }) => t(`build.${row}`),
      keys: [`${prefix}arrow${way}`],
      at: 'graph',
      aliases: ['move', 'nudge', '옮기기'],
      edits: true,
      // In the list of nodes they would move what is not seen.
      when: ({ stores }) => !stores.views.getState().outline,
      run: (context) => move(context, x * by, y * by),
    }),
  ),
);

function move({ stores }: ActionContext, x: number, y: number): void {
  const { document, dispatch } = stores.documents.getState();
  const { nodes, wires, notes = [] } = stores.views.getState().selection;
  if (nodes.length + notes.length === 0) {
    const first = subjectOf(stores) ?? wireOrder(document.graph)[0];
    if (first !== undefined && wires.length === 0) goTo(stores, first);
    return;
  }
  const positions = Object.fromEntries(
    nodes.map((id) => {
      const at = positionOf(document, id);
      return [id, { x: at.x + x, y: at.y + y }];
    }),
  );
  const all = notesOf(document);
  const places = Object.fromEntries(
    notes.flatMap((id) => {
      const note = Object.hasOwn(all, id) ? all[id] : undefined;
      return note ? [[id, { x: note.x + x, y: note.y + y }]] : [];
    }),
  );
  const commands: Command[] = [];
  if (nodes.length > 0) commands.push({ type: 'move', positions });
  if (notes.length > 0) commands.push({ type: 'moveNotes', positions: places });
  dispatch(commands, `arrow keys ${nodes.join(' ')} ${notes.join(' ')}`);
}
