import { describe, expect, it } from 'vitest';
import { type Box, placeCard } from '../../src/ui/weights/place-card.ts';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const card = { width: 272, height: 240 };
const area = box(0, 48, 375, 580);
const cross = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('where the card of a weight stands', () => {
  it('is beside the node where there is room', () => {
    const own = box(400, 100, 194, 120);
    const wide = { own, headings: [], others: [], area: box(0, 48, 1280, 600) };
    expect(placeCard(card, wide)).toEqual({ left: 602, top: 100 });
  });

  it('covers no node that it is about on a phone, wherever that stands', () => {
    for (const left of [20, 140, 260]) {
      for (const top of [60, 150, 222, 340, 500]) {
        const own = box(left, top, 95, 62);
        const place = placeCard(card, { own, headings: [], others: [], area });
        expect(cross(own, box(place.left, place.top, card.width, card.height))).toBe(false);
        expect(place.left).toBeGreaterThanOrEqual(area.left);
        expect(place.top + card.height).toBeLessThanOrEqual(area.bottom);
      }
    }
  });

  it('rather covers an empty part of the canvas than names of other nodes or a heading', () => {
    const own = box(140, 300, 95, 62);
    const above = box(20, 200, 330, 20);
    const below = placeCard(card, { own, headings: [above], others: [], area });
    expect(below.top).toBeGreaterThan(own.bottom);
    const heading = box(20, 430, 330, 20);
    const up = placeCard(card, { own, headings: [heading], others: [], area });
    expect(up.top + card.height).toBeLessThan(own.top);
  });
});
