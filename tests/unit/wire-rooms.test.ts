import { expect, test } from 'vitest';
import { wireRooms } from '../../src/document/drawing/wire-rooms.ts';

const box = (id: string, x: number, y: number) => ({ id, x, y, width: 194, height: 72 });
const wire = (from: string, to: string) => ({ id: `${from}${to}`, from, to });

test('wires along the flow take no room of their own', () => {
  const boxes = [box('a', 0, 0), box('b', 244, 0)];
  expect(wireRooms(boxes, [wire('a', 'b'), wire('a', 'gone')], 'right')).toEqual([]);
});

test('a wire that turns back swings out beside its ends, and lies where it runs', () => {
  const boxes = [box('a', 0, 0), box('b', 488, 0), box('c', 0, 300)];
  const [room] = wireRooms(boxes, [wire('b', 'c')], 'right');
  expect(room?.x).toBeLessThan(0);
  expect((room?.x ?? 0) + (room?.width ?? 0)).toBeGreaterThan(488 + 194);
  const [top, bottom] = [room?.y ?? 0, (room?.y ?? 0) + (room?.height ?? 0)];
  // Through the room between the rows.
  expect(top).toBeGreaterThan(72);
  expect(bottom).toBeLessThan(300);
});

test('a wire that passes a node lies beyond it, to the side where the drawing runs down', () => {
  const down = [box('a', 0, 0), box('b', 0, 160), box('c', 0, 320)];
  const [room] = wireRooms(down, [wire('a', 'c')], 'down');
  const beside = (room?.x ?? 0) >= 194 || (room?.x ?? 0) + (room?.width ?? 0) <= 0;
  expect(beside).toBe(true);
});
