import { describe, expect, it } from 'vitest';
import {
  bringIntoView,
  isInView,
  keepMiddle,
} from '../../src/ui/canvas/viewport/bring-into-view.ts';

const size = { width: 1000, height: 600 };
const node = (x: number, y = 0) => ({ x, y, width: 194, height: 64 });
const row = (nodes: number) => ({ x: 0, y: 0, width: 250 * nodes, height: 64 });
const start = { x: 20, y: 200, zoom: 1 };

describe('bringing a node into view', () => {
  it('leaves the canvas alone where it is seen', () => {
    const box = node(100);
    expect(
      bringIntoView({ wanted: box, chief: box, all: row(500), view: start, size }),
    ).toBeUndefined();
  });

  it('keeps the zoom of a large network, so that it can still be read', () => {
    const box = node(60_000);
    const view = bringIntoView({ wanted: box, chief: box, all: row(500), view: start, size });
    expect(view?.zoom).toBe(1);
    expect(view && isInView(box, view, size)).toBe(true);
    expect(view && (box.x + box.width / 2) * view.zoom + view.x).toBeCloseTo(size.width / 2);
  });

  it('comes nearer from where nothing can be read', () => {
    const box = node(60_000);
    const far = { x: 0, y: 0, zoom: 0.1 };
    expect(bringIntoView({ wanted: box, chief: box, all: row(500), view: far, size })?.zoom).toBe(
      1,
    );
  });

  it('shows what matters of a change that reaches too far to be read as a whole', () => {
    const chief = node(30_000);
    const wanted = { ...row(500), x: 30_000 };
    const all = { ...row(500), width: 155_000 };
    const view = bringIntoView({ wanted, chief, all, view: start, size });
    expect(view?.zoom).toBe(1);
    expect(view && isInView(chief, view, size)).toBe(true);
  });

  it('keeps all of a small network in view while it grows', () => {
    const box = node(1000);
    const all = { ...row(5), width: 1194 };
    const view = bringIntoView({ wanted: box, chief: box, all, view: start, size });
    expect(view && isInView(all, view, size)).toBe(true);
  });

  it('leaves a small network as near as a person has come', () => {
    const box = node(1000);
    const close = { x: 0, y: 0, zoom: 2 };
    const all = { ...row(5), width: 1194 };
    expect(bringIntoView({ wanted: box, chief: box, all, view: close, size })?.zoom).toBe(2);
  });

  it('keeps the middle where it is when a panel takes room', () => {
    const now = { width: 700, height: 600 };
    const view = keepMiddle(start, size, now);
    const middle = (size.width / 2 - start.x) / start.zoom;
    expect(middle * view.zoom + view.x).toBe(now.width / 2);
  });
});
