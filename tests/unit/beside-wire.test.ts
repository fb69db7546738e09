import { expect, test } from 'vitest';
import { placeBesideWire } from '../../src/ui/canvas/wires/beside-wire.ts';

const seen = { left: 0, top: 0, right: 600, bottom: 400 };
const note = { width: 232, height: 80 };
const below = { side: 'below', gap: 8 } as const;

test('where there is room a note stands below the middle of its wire', () => {
  expect(placeBesideWire({ x: 300, y: 200 }, note, below, seen)).toEqual({
    side: 'below',
    shift: 0,
  });
});

test.each([
  ['the left edge', { x: 40, y: 200 }, { side: 'below', shift: 76 }],
  ['the right edge', { x: 590, y: 200 }, { side: 'below', shift: -106 }],
  ['the lower edge', { x: 300, y: 350 }, { side: 'above', shift: 0 }],
])('at %s it moves to where it is seen whole', (_, at, place) => {
  expect(placeBesideWire(at, note, below, seen)).toEqual(place);
});

test('it never leaves its wire, however far that is off the screen', () => {
  const { shift } = placeBesideWire({ x: -500, y: 200 }, note, below, seen);
  expect(shift).toBe(116);
});

test('where neither side has room it stays on its own', () => {
  const low = { ...seen, bottom: 90 };
  expect(placeBesideWire({ x: 300, y: 60 }, note, below, low).side).toBe('below');
});

test('beside a wire that runs down, a label changes sides at the right edge', () => {
  const label = { width: 60, height: 18 };
  const right = { side: 'right', gap: 7 } as const;
  expect(placeBesideWire({ x: 570, y: 395 }, label, right, seen)).toEqual({
    side: 'left',
    shift: -4,
  });
});
