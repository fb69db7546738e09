import { assertNever } from '../core/assert-never.ts';
import { MAX_NOTE_TEXT, MAX_NOTES, type Note, noteSchema, noteSizes } from './note-schema.ts';
import { withinCanvas } from './placement.ts';
import { freeId } from './queries.ts';
import type { GraphDocument, Position } from './schema.ts';

/** Where a comment stands and how large it is, in pixels. */
export type NoteBox = Pick<Note, 'x' | 'y' | 'width' | 'height'>;

/** Commands about comments on the canvas. */
export type NoteCommand =
  | { readonly type: 'addNote'; readonly id: string; readonly note: Note }
  | {
      readonly type: 'editNote';
      readonly id: string;
      readonly change: { readonly text?: string; readonly colour?: string };
    }
  | { readonly type: 'moveNotes'; readonly positions: Readonly<Record<string, Position>> }
  | { readonly type: 'resizeNote'; readonly id: string; readonly box: NoteBox }
  | { readonly type: 'removeNotes'; readonly ids: readonly string[]; readonly how?: 'cut' };

type Notes = Readonly<Record<string, Note>>;

/** The comments of a document. */
export const notesOf = ({ notes }: Pick<GraphDocument, 'notes'>): Notes => notes ?? none;

/** An id that no comment has. */
export const freeNoteId = (document: GraphDocument): string =>
  freeId(new Set(Object.keys(notesOf(document))), 'note');

const none: Notes = {};

/** The document after a command about comments; one about a comment that is gone changes nothing. */
export function applyNoteCommand(document: GraphDocument, command: NoteCommand): GraphDocument {
  const notes = notesOf(document);
  const has = (id: string): boolean => Object.hasOwn(notes, id);
  switch (command.type) {
    case 'addNote': {
      if (has(command.id) || Object.keys(notes).length >= MAX_NOTES) return document;
      return put(document, { [command.id]: fitted(command.note) });
    }
    case 'editNote': {
      const note = has(command.id) ? notes[command.id] : undefined;
      if (!note) return document;
      const next = fitted({ ...note, ...command.change });
      const same = next.text === note.text && next.colour === note.colour;
      return same ? document : put(document, { [command.id]: next });
    }
    case 'moveNotes': {
      const moved = Object.entries(command.positions).flatMap(([id, to]) => {
        const note = has(id) ? notes[id] : undefined;
        const at = withinCanvas(to);
        return note && (note.x !== at.x || note.y !== at.y) ? [[id, { ...note, ...at }]] : [];
      });
      return moved.length === 0 ? document : put(document, Object.fromEntries(moved));
    }
    case 'resizeNote': {
      const note = has(command.id) ? notes[command.id] : undefined;
      if (!note) return document;
      const next = fitted({ ...note, ...command.box });
      const same = (['x', 'y', 'width', 'height'] as const).every(
        (side) => next[side] === note[side],
      );
      return same ? document : put(document, { [command.id]: next });
    }
    case 'removeNotes': {
      const gone = new Set(command.ids.filter(has));
      if (gone.size === 0) return document;
      const kept = Object.entries(notes).filter(([id]) => !gone.has(id));
      if (kept.length > 0) return { ...document, notes: Object.fromEntries(kept) };
      // A document whose last comment goes is as it was before its first.
      const { notes: _none, ...rest } = document;
      return rest;
    }
    default:
      return assertNever(command);
  }
}

const put = (document: GraphDocument, notes: Notes): GraphDocument => ({
  ...document,
  notes: { ...notesOf(document), ...notes },
});

/** A comment as it could be read back: its text cut and its size brought within bounds. */
function fitted(note: Note): Note {
  const within = (value: number, [least, most]: readonly [number, number]): number =>
    Math.min(most, Math.max(least, Math.round(value)));
  const next = {
    ...note,
    ...withinCanvas(note),
    text: note.text.slice(0, MAX_NOTE_TEXT),
    width: within(note.width, noteSizes.width),
    height: within(note.height, noteSizes.height),
  };
  if (noteSchema.safeParse(next).success) return next;
  const { colour: _unreadable, ...plain } = next;
  return plain as Note;
}
