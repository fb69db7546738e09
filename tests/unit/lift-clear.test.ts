import { expect, it } from 'vitest';
import { liftClear } from '../../src/ui/canvas/viewport/lift-clear.ts';
import type { Cover } from '../../src/ui/canvas/viewport/view-around.ts';

const bar: Cover = { box: { x: 12, y: 300, width: 226, height: 34 }, sides: ['bottom', 'left'] };
const view = { x: 0, y: 0, zoom: 1 };
const node = (x: number, y: number) => ({ x, y, width: 194, height: 64 });

it('leaves the view where nothing lies over what is to be seen', () => {
  expect(liftClear(view, [node(300, 290)], [bar])).toBeUndefined();
  expect(liftClear(view, [node(20, 200)], [bar])).toBeUndefined();
});

it('moves what was added up from below the bar, however near one looks', () => {
  const lifted = liftClear(view, [node(20, 280)], [bar]);
  expect(lifted && 280 + 64 + lifted.y).toBeLessThan(300);
  const near = liftClear({ ...view, zoom: 2 }, [node(20, 140)], [bar]);
  expect(near && (140 + 64) * 2 + near.y).toBeLessThan(300);
  expect(liftClear(lifted ?? view, [node(20, 280)], [bar])).toBeUndefined();
});

it('does not move the highest of what was added off the canvas', () => {
  const lifted = liftClear(view, [node(300, 20), node(20, 290)], [bar]);
  expect(lifted && 20 + lifted.y).toBeGreaterThanOrEqual(0);
});
