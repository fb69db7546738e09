import type { Rect, Viewport } from '@xyflow/react';
import { expect, test } from 'vitest';
import { type Cover, viewAround } from '../../src/ui/canvas/viewport/view-around.ts';

const limits = { width: 700, height: 560, padding: 0.12, minZoom: 0.15, maxZoom: 1 };
const toolbar: Cover = {
  box: { x: 12, y: 514, width: 220, height: 34 },
  sides: ['bottom', 'left'],
};
const minimap: Cover = {
  box: { x: 560, y: 464, width: 128, height: 84 },
  sides: ['bottom', 'right'],
};
const banner: Cover = { box: { x: 200, y: 12, width: 300, height: 40 }, sides: ['top'] };

const onScreen = (box: Rect, { x, y, zoom }: Viewport): Rect => ({
  x: box.x * zoom + x,
  y: box.y * zoom + y,
  width: box.width * zoom,
  height: box.height * zoom,
});
const meet = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Cards in a column or a row, as far apart as they are drawn. */
const column = (count: number): Rect[] =>
  Array.from({ length: count }, (_, i) => ({ x: 40, y: 110 * i, width: 194, height: 72 }));
const row = (count: number): Rect[] =>
  Array.from({ length: count }, (_, i) => ({ x: 240 * i, y: 30, width: 194, height: 72 }));
const grid = (count: number): Rect[] =>
  row(count).flatMap((box) => column(count).map(({ y }) => ({ ...box, y })));

test.each([
  ['a column', column(7)],
  ['a row', row(6)],
  ['a grid', grid(5)],
])('%s that is fitted is seen whole, with nothing over it', (_, boxes) => {
  const covers = [toolbar, minimap, banner];
  const view = viewAround(boxes, covers, limits);
  for (const box of boxes.map((each) => onScreen(each, view))) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(limits.width);
    expect(box.y + box.height).toBeLessThanOrEqual(limits.height);
    for (const cover of covers) expect(meet(box, cover.box)).toBe(false);
  }
});

test('what nothing lies over stands in the middle and is as large as without it', () => {
  const boxes = row(4);
  expect(viewAround(boxes, [toolbar, minimap], limits)).toEqual(viewAround(boxes, [], limits));
});

test('a column beside the map of the network gives it no height away', () => {
  const boxes = column(7);
  expect(viewAround(boxes, [minimap], limits).zoom).toBeCloseTo(viewAround(boxes, [], limits).zoom);
});

test('what keeps clear of the toolbar has less room around it for that, and is larger', () => {
  const below: Cover = { box: { x: 0, y: 460, width: 700, height: 100 }, sides: ['bottom'] };
  const tall = column(7);
  const { y, zoom } = viewAround(tall, [below], limits);
  const alone = viewAround(tall, [], { ...limits, height: 460 });
  expect(y).toBeCloseTo(alone.y);
  expect(zoom).toBeCloseTo((460 - 12 - alone.y) / 732);
});

test('a wire that turns back beyond the nodes is seen whole, and one that has room changes nothing', () => {
  const boxes = [...row(3), ...row(3).map((box) => ({ ...box, y: 170 }))];
  const low = { ...limits, height: 200 };
  const over: Rect = { x: -36, y: -40, width: 746, height: 28 };
  const [without, view] = [viewAround(boxes, [], low), viewAround(boxes, [], low, [over])];
  expect(onScreen(over, without).y).toBeLessThan(0);
  for (const box of [over, ...boxes].map((each) => onScreen(each, view))) {
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(low.height);
    expect(box.x).toBeGreaterThanOrEqual(0);
  }
  expect(viewAround(boxes, [], limits, [over])).toEqual(viewAround(boxes, [], limits));
});
