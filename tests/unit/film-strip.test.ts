import { expect, it } from 'vitest';
import { layStrip } from '../../src/ui/time/film/film-strip.ts';

it('lays the pictures of a strip in rows of four, none over another, all within the sheet', () => {
  const { places, width, height } = layStrip(6, { width: 700, height: 700 });
  expect(places.map(({ y }) => y)).toEqual([
    ...Array.from({ length: 4 }, () => places[0]?.y),
    ...Array.from({ length: 2 }, () => places[4]?.y),
  ]);
  for (const [i, one] of places.entries()) {
    expect(one.x + one.width).toBeLessThan(width);
    expect(one.y + one.height).toBeLessThan(height);
    for (const other of places.slice(i + 1)) {
      const apart =
        Math.abs(other.x - one.x) >= one.width || Math.abs(other.y - one.y) >= one.height;
      expect(apart).toBe(true);
    }
  }
  expect(layStrip(1, { width: 700, height: 350 }).width).toBeLessThan(width);
});
