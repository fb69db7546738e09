import { describe, expect, it } from 'vitest';
import { nearestWithin } from '../../src/ui/menus/in-sight.ts';

const canvas = { left: 200, top: 48, right: 1100, bottom: 800 };

describe('what opens at a node', () => {
  it('opens where the node is, as long as that is on the canvas', () => {
    expect(nearestWithin(canvas, { x: 640, y: 300 })).toEqual({ x: 640, y: 300 });
  });

  it.each([
    ['left', { x: -3000, y: 300 }],
    ['right', { x: 9000, y: 300 }],
    ['top', { x: 640, y: -900 }],
    ['bottom', { x: 640, y: 5000 }],
  ])('opens on the canvas where the node is off its %s', (_, point) => {
    const { x, y } = nearestWithin(canvas, point);
    expect(x).toBeGreaterThan(canvas.left);
    expect(x).toBeLessThan(canvas.right);
    expect(y).toBeGreaterThan(canvas.top);
    expect(y).toBeLessThan(canvas.bottom);
  });
});
