import { expect, test } from 'vitest';
import { edgePan } from '../../src/ui/canvas/viewport/edge-pan.ts';

const canvas = { left: 200, top: 48, right: 900, bottom: 650 };

test('a wire drawn to the edge of the canvas brings what is beyond it into sight', () => {
  expect(edgePan({ x: 890, y: 300 }, canvas).x).toBeLessThan(0);
  expect(edgePan({ x: 210, y: 300 }, canvas).x).toBeGreaterThan(0);
  expect(edgePan({ x: 500, y: 640 }, canvas).y).toBeLessThan(0);
  expect(edgePan({ x: 899, y: 300 }, canvas).x).toBeLessThan(edgePan({ x: 880, y: 300 }, canvas).x);
});

test('a wire drawn over a panel or out of the window leaves the network where it is', () => {
  const still = { x: 0, y: 0 };
  for (const point of [
    { x: 500, y: 300 },
    { x: 1000, y: 300 },
    { x: 100, y: 640 },
    { x: 500, y: 700 },
    { x: -40, y: -40 },
  ]) {
    expect(edgePan(point, canvas)).toEqual(still);
  }
});
