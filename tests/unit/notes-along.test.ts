import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteSizes } from '../../src/document/note-schema.ts';
import { notesAlong } from '../../src/ui/arrange/notes-along.ts';

const box = (id: string, x: number, y: number) => ({ id, x, y, width: 190, height: 70 });
const note = (x: number, y: number, width = 200, height = 60) => ({ x, y, width, height });

const place = fc.record({
  x: fc.integer({ min: -1500, max: 1500 }),
  y: fc.integer({ min: -1500, max: 1500 }),
});
/** Nodes in a column, none upon another, where they go, and comments anywhere. */
const drawing = fc
  .record({
    count: fc.integer({ min: 1, max: 8 }),
    notes: fc.array(
      fc.tuple(place, fc.integer({ min: 120, max: 900 }), fc.integer({ min: 56, max: 500 })),
      { maxLength: 5 },
    ),
    by: place,
  })
  .map(({ count, notes, by }) => {
    const boxes = Array.from({ length: count }, (_, i) => box(`n${i}`, 0, i * 160));
    // A column becomes a row, far off or near.
    const after = Object.fromEntries(
      boxes.map(({ id }, i) => [id, { x: by.x + i * 260, y: by.y }]),
    );
    const all = Object.fromEntries(
      notes.map(([{ x, y }, width, height], i) => [`note${i}`, { x, y, width, height }]),
    );
    return { boxes, after, notes: all };
  });

const cover = (a: { x: number; y: number; width: number; height: number }, b: typeof a): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const holds = (a: Parameters<typeof cover>[0], b: typeof a): boolean =>
  cover(a, { x: b.x + b.width / 2, y: b.y + b.height / 2, width: 0, height: 0 });
/** Whether one lies wholly within the other. */
const frames = (a: Parameters<typeof cover>[0], b: typeof a): boolean =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;

/** Whether one covers the middle of the other: it was put there, and does not only reach over an edge. */
const liesOn = (a: Parameters<typeof cover>[0], b: typeof a): boolean => holds(a, b) || holds(b, a);

describe('comments of a network that is tidied', () => {
  it('go as far as the one layer that they lie on', () => {
    const boxes = [box('a', 0, 0), box('b', 400, 0)];
    const notes = { over: note(20, 30), beside: note(400, 100), far: note(4000, 9000) };
    const moved = notesAlong(notes, boxes, { a: { x: 100, y: 500 }, b: { x: 500, y: -40 } });
    expect(moved).toEqual({
      over: note(120, 530),
      beside: note(500, 60),
      far: note(4100, 8960),
    });
  });

  it('stay about the middle of all that they lie on', () => {
    const boxes = [box('a', 0, 0), box('b', 0, 200)];
    const over = note(50, 20, 80, 230);
    // The middle of both was at (95, 135), and is at (225, 35).
    expect(notesAlong({ over }, boxes, { a: { x: 0, y: 0 }, b: { x: 260, y: 0 } })).toEqual({
      over: note(180, -80, 80, 230),
    });
  });

  it('frame the same layers afterwards, with as much room at their edges', () => {
    const boxes = [box('a', 0, 0), box('b', 0, 200), box('c', 400, 0)];
    const frame = note(-20, -40, 240, 340);
    const to = { a: { x: 0, y: 0 }, b: { x: 260, y: 0 }, c: { x: 520, y: 0 } };
    expect(notesAlong({ frame }, boxes, to)).toEqual({ frame: note(-20, -40, 500, 140) });
  });

  it('keep their size where all that they frame moves as one', () => {
    const boxes = [box('a', 0, 0), box('b', 0, 200)];
    const frame = note(-20, -20, 240, 320);
    expect(notesAlong({ frame }, boxes, { a: { x: 50, y: 9 }, b: { x: 50, y: 209 } })).toEqual({
      frame: note(30, -11, 240, 320),
    });
  });

  it('do not reach for a layer that they only lie on', () => {
    const boxes = [box('a', 0, 0), box('b', 0, 200)];
    const frame = note(-20, -20, 230, 270);
    expect(notesAlong({ frame }, boxes, { a: { x: 0, y: 0 }, b: { x: 3000, y: 0 } })).toEqual({});
  });

  it('move about the middle of what they framed where they would have to be larger than a comment can be', () => {
    const boxes = Array.from({ length: 12 }, (_, i) => box(`n${i}`, 0, 100 * i));
    const frame = note(-20, -20, 230, 1210);
    const row = Object.fromEntries(boxes.map(({ id }, i) => [id, { x: 260 * i, y: 0 }]));
    expect(notesAlong({ frame }, boxes, row)).toEqual({ frame: note(1410, -570, 230, 1210) });
  });

  it('stay where they are when their layers do', () => {
    fc.assert(
      fc.property(drawing, ({ boxes, notes }) => {
        const same = Object.fromEntries(boxes.map(({ id, x, y }) => [id, { x, y }]));
        expect(notesAlong(notes, boxes, same)).toEqual({});
        expect(notesAlong(notes, boxes, {})).toEqual({});
        expect(notesAlong(notes, [], {})).toEqual({});
      }),
    );
  });

  it('are kept clear of a layer that has grown under their edge', () => {
    const boxes = [{ ...box('a', 0, 0), height: 130 }, box('b', 400, 0)];
    const moved = notesAlong({ below: note(0, 100) }, boxes, { a: { x: 300, y: 300 } });
    expect(moved).toEqual({ below: note(300, 454) });
  });

  it('cover no layer afterwards where they lay on none before, and tidying again leaves them', () => {
    fc.assert(
      fc.property(drawing, ({ boxes, after, notes }) => {
        const moved = notesAlong(notes, boxes, after);
        const laid = boxes.map((each) => ({ ...each, ...after[each.id] }));
        for (const [id, old] of Object.entries(notes)) {
          const at = moved[id];
          if (!at || boxes.some((each) => liesOn(old, each))) continue;
          for (const each of laid) expect(cover({ ...old, ...at }, each)).toBe(false);
        }
        for (const [id, old] of Object.entries(notes)) {
          const inside = boxes.filter((each) => frames(old, each)).map((each) => each.id);
          const now = { ...old, ...moved[id] };
          // As large as a comment can be: it does not reach around all any more.
          const spread = laid.filter((one) => inside.includes(one.id)).map(({ x }) => x);
          if (Math.max(...spread) - Math.min(...spread) + old.width > noteSizes.width[1]) continue;
          for (const each of laid.filter((one) => inside.includes(one.id))) {
            expect(frames(now, each)).toBe(true);
          }
        }
        const then = Object.fromEntries(
          Object.entries(notes).map(([id, old]) => [id, { ...old, ...moved[id] }]),
        );
        expect(notesAlong(then, laid, after)).toEqual({});
      }),
    );
  });
});
