import { describe, expect, it } from 'vitest';
import { placeNote } from '../../src/ui/problems/note-place.ts';

const node = { x: 300, y: 200, width: 194, height: 70 };
const size = { width: 232, height: 60 };
const canvas = { x: 0, y: 0, width: 1000, height: 600 };
const place = (
  seen = canvas,
  others: readonly (typeof node)[] = [],
  flow: 'right' | 'down' = 'right',
) => placeNote(node, size, others, seen, flow);

describe('the note of a node', () => {
  it('stands in its usual place where there is room', () => {
    expect(place()).toBe('below');
    expect(place(canvas, [], 'down')).toBe('right');
  });

  it('is not cut off at the edge of the canvas', () => {
    expect(place({ ...canvas, height: 300 })).toBe('above');
    expect(place({ ...canvas, width: 500 })).toBe('below-left');
    expect(place({ ...canvas, width: 600 }, [], 'down')).toBe('left');
  });

  it('covers no neighbour', () => {
    expect(place(canvas, [{ ...node, y: 290 }])).toBe('above');
    expect(place(canvas, [{ ...node, x: 510 }], 'down')).toBe('left');
  });

  it('is seen at least where it has to cover something', () => {
    const around = [
      { ...node, y: 290 },
      { ...node, y: 120 },
    ];
    expect(place(canvas, around)).toBe('below');
    expect(place({ ...canvas, height: 300 }, around)).toBe('above');
  });
});
