import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, applyCommands, type Command } from '../../src/document/commands.ts';
import { MAX_NOTE_TEXT, MAX_NOTES, type Note } from '../../src/document/note-schema.ts';
import { notesOf } from '../../src/document/notes.ts';
import { parseDocument, parseDocumentText, printDocument } from '../../src/document/parse.ts';
import { createDocumentStore } from '../../src/state/document-store.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';

const start = documentOf(xorNetwork());
const note: Note = { text: 'Here it bends.', x: 10, y: 20, width: 220, height: 90 };

const anyNumber = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3000, max: 3000 }));
const anyText = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '**<script>**',
    '$\\href{javascript:alert(1)}{x}$',
    '__proto__',
    'x'.repeat(MAX_NOTE_TEXT + 50),
    '한글 **굵게** $w_1$',
  ),
);
const anyId = fc.constantFrom('note1', 'note2', 'note3', 'constructor', 'hasOwnProperty');
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    type: fc.constant('addNote' as const),
    id: anyId,
    note: fc.record({
      text: anyText,
      x: anyNumber,
      y: anyNumber,
      width: anyNumber,
      height: anyNumber,
    }),
  }),
  fc.record({
    type: fc.constant('editNote' as const),
    id: anyId,
    change: fc.record(
      { text: anyText, colour: fc.constantFrom('blue', 'plain', '', '--bad);}', 'ultra-violet') },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    type: fc.constant('moveNotes' as const),
    positions: fc.dictionary(anyId, fc.record({ x: anyNumber, y: anyNumber })),
  }),
  fc.record({
    type: fc.constant('resizeNote' as const),
    id: anyId,
    box: fc.record({ x: anyNumber, y: anyNumber, width: anyNumber, height: anyNumber }),
  }),
  fc.record({ type: fc.constant('removeNotes' as const), ids: fc.array(anyId, { maxLength: 3 }) }),
);

describe('comments', () => {
  it('survive saving and opening, whatever is done to them, and the network stays as it is', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 12 }), (commands) => {
        const document = applyCommands(start, commands);
        expect(document.graph).toBe(start.graph);
        expect(parseDocumentText(printDocument(document))).toEqual({
          ok: true,
          value: JSON.parse(JSON.stringify(document)),
        });
      }),
    );
  });

  it('come and go with undo and redo, to the very document there was', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { minLength: 1, maxLength: 12 }), (commands) => {
        const store = createDocumentStore(start);
        for (const command of commands) store.getState().dispatch([command]);
        const end = store.getState().document;
        const { undo, redo, pastStates } = store.temporal.getState();
        const steps = pastStates.length;
        undo(steps);
        expect(store.getState().document).toBe(start);
        redo(steps);
        expect(store.getState().document).toBe(end);
      }),
    );
  });

  it('leave nothing behind when the last one goes', () => {
    const added = applyCommand(start, { type: 'addNote', id: 'note1', note });
    expect(applyCommand(added, { type: 'removeNotes', ids: ['note1'] })).toEqual(start);
  });

  it('are bounded: in number, in text, in size', () => {
    const many = Array.from(
      { length: MAX_NOTES + 5 },
      (_, i): Command => ({ type: 'addNote', id: `note${i}`, note }),
    );
    expect(Object.keys(notesOf(applyCommands(start, many)))).toHaveLength(MAX_NOTES);
    const opened = (notes: unknown) => parseDocument({ ...start, notes }).ok;
    expect(opened({ note1: note })).toBe(true);
    expect(opened({ note1: { ...note, text: 'x'.repeat(MAX_NOTE_TEXT + 1) } })).toBe(false);
    expect(opened({ note1: { ...note, width: 1e9 } })).toBe(false);
    expect(opened({ note1: { ...note, x: Number.NaN } })).toBe(false);
    expect(opened({ note1: { ...note, colour: 'red;position:fixed' } })).toBe(false);
    expect(opened({ '<b>': note })).toBe(false);
    const flood = Object.fromEntries(
      Array.from({ length: MAX_NOTES + 1 }, (_, i) => [`n${i}`, note]),
    );
    expect(opened(flood)).toBe(false);
  });

  it('keep what a newer page wrote into them', () => {
    const notes = { note1: { ...note, author: 'someone' } };
    const parsed = parseDocument({ ...start, notes });
    expect(parsed.ok && parsed.value.notes).toEqual(notes);
    const moved = applyCommand(
      { ...start, notes },
      { type: 'moveNotes', positions: { note1: { x: 0, y: 0 } } },
    );
    expect(moved.notes).toEqual({ note1: { ...note, author: 'someone', x: 0, y: 0 } });
  });
});
