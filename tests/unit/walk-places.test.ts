import type { Rect } from '@xyflow/react';
import { describe, expect, it } from 'vitest';
import { apart, placeBeside } from '../../src/ui/walk/place-beside.ts';

const node = (x: number, y: number): Rect => ({ x, y, width: 194, height: 120 });
const cross = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('where the numbers of a walk stand', () => {
  it('keeps them off all nodes and off each other, in two rows with hardly any room between', () => {
    const nodes = [0, 1, 2].flatMap((column) => [0, 1].map((row) => node(column * 244, row * 135)));
    const wanting = nodes.map((anchor, i) => ({ id: `${i}`, anchor, width: 190, height: 100 }));
    const places = placeBeside(wanting, nodes);
    expect(places.size).toBe(nodes.length);
    const boxes = [...nodes, ...places.values()];
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) expect(cross(a, b)).toBe(false);
    }
    // Each is at its own node: above the first row, below the second.
    for (const { id, anchor } of wanting) {
      expect(apart(places.get(id) ?? node(1e6, 1e6), anchor)).toBeLessThan(10);
    }
  });

  it('puts them below a node that stands alone', () => {
    const [place] = placeBeside(
      [{ id: 'a', anchor: node(0, 0), width: 100, height: 50 }],
      [node(0, 0)],
    ).values();
    expect(place).toMatchObject({ x: 47, y: 125 });
  });

  it('leaves out what finds no room near its node, but never what the walk is at', () => {
    const nodes = Array.from({ length: 81 }, (_, i) =>
      node(200 * (i % 9) - 800, 125 * Math.floor(i / 9) - 500),
    );
    const wanting = { id: 'a', anchor: node(0, 0), width: 190, height: 100 };
    expect(placeBeside([wanting], nodes).size).toBe(0);
    const [place] = placeBeside([{ ...wanting, anywhere: true }], nodes).values();
    if (!place) throw new Error('it has no place');
    expect(nodes.some((box) => cross(box, place))).toBe(false);
  });

  it('moves nothing else when the walk comes to what stands far off', () => {
    const nodes = Array.from({ length: 81 }, (_, i) =>
      node(200 * (i % 9) - 800, 125 * Math.floor(i / 9) - 500),
    );
    // The first has no room; the others are at the rim, where the first would come to stand.
    const rim = nodes.filter(({ y }) => y === 500);
    const anchors = [node(0, 0), ...rim];
    const wanting = anchors.map((anchor, i) => ({ id: `${i}`, anchor, width: 190, height: 100 }));
    const before = placeBeside(wanting, nodes);
    expect(before.has('0')).toBe(false);
    expect(before.size).toBe(rim.length);
    const after = placeBeside(
      wanting.map((each) => ({ ...each, anywhere: each.id === '0' })),
      nodes,
    );
    expect(after.has('0')).toBe(true);
    for (const [id, place] of before) expect(after.get(id)).toEqual(place);
  });

  it('asks nothing more of boxes out of reach, in a network of any size, where there is room nearby', () => {
    let asked = 0;
    const distant = (i: number): Rect => ({
      get x() {
        asked += 1;
        return 2000 + 300 * i;
      },
      y: 0,
      width: 194,
      height: 120,
    });
    const apartFrom = Array.from({ length: 300 }, (_, i) => distant(i));
    const wanting = { id: 'a', anchor: node(0, 0), width: 190, height: 100 };
    placeBeside([wanting], [node(0, 0), ...apartFrom]);
    const plain = asked;
    asked = 0;
    const [place] = placeBeside(
      [{ ...wanting, anywhere: true }],
      [node(0, 0), ...apartFrom],
    ).values();
    expect(place).toMatchObject({ x: 2, y: 125 });
    expect(asked).toBe(plain);
  });
});
