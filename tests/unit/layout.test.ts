import { describe, expect, it } from 'vitest';
import { applyCommands, type Command } from '../../src/document/commands.ts';
import type { Layout } from '../../src/document/schema.ts';
import { layOut } from '../../src/ui/bar/layout.ts';
import { wireCurve } from '../../src/ui/canvas/wire-curve.ts';
import { documentOf } from '../support/documents.ts';
import { type chain, sketch, xorNetwork } from '../support/graphs.ts';

const size = { width: 194, height: 64 };

function overlaps(layout: Layout, { width, height } = size): string[] {
  const placed = Object.entries(layout);
  return placed.flatMap(([a, p], i) =>
    placed
      .slice(i + 1)
      .filter(([, q]) => Math.abs(p.x - q.x) < width && Math.abs(p.y - q.y) < height)
      .map(([b]) => `${a} ${b}`),
  );
}

const tidied = (graph: ReturnType<typeof chain>, width: number): Layout =>
  layOut(
    graph,
    Object.keys(graph.nodes).map((id) => ({ id, measured: size })),
    width,
  );

describe('tidying', () => {
  it('folds a chain into rows that fit the canvas', () => {
    const layout = tidied(xorNetwork(), 800);
    expect(overlaps(layout)).toEqual([]);
    const widest = Math.max(...Object.values(layout).map(({ x }) => x + size.width));
    expect(widest).toBeLessThanOrEqual(800);
    expect(new Set(Object.values(layout).map(({ y }) => y)).size).toBe(2);
  });

  it('leaves room for nodes that are drawn larger', () => {
    const tall = { width: 210, height: 260 };
    const graph = xorNetwork();
    const nodes = Object.keys(graph.nodes).map((id) => ({ id, measured: tall }));
    expect(overlaps(layOut(graph, nodes, 800), tall)).toEqual([]);
  });

  it('lays branches out from left to right, none upon another', () => {
    const graph = sketch(
      {
        s: ['points'],
        a: ['dense'],
        b: ['dense'],
        j: ['add'],
        h: ['dense', { units: 1 }],
        p: ['sigmoid'],
        l: ['loss'],
      },
      ['s>a', 's>b', 'a>j', 'b>j', 'j>h', 'h>p', 'p>l'],
    );
    const layout = tidied(graph, 800);
    expect(overlaps(layout)).toEqual([]);
    for (const { from, to } of graph.wires) {
      expect(layout[to]?.x ?? 0).toBeGreaterThan(layout[from]?.x ?? 0);
    }
  });
});

describe('adding one after the other', () => {
  it('starts a new row when one is full, and puts nothing upon another', () => {
    const node = { kind: 'dense', params: {} };
    const commands = Array.from(
      { length: 11 },
      (_, i): Command => ({
        type: 'addNode',
        id: `new${i}`,
        node,
        at: i === 0 ? { x: 0, y: 0 } : { rightOf: `new${i - 1}` },
      }),
    );
    const { layout } = applyCommands(documentOf({ nodes: {}, wires: [] }), commands);
    expect(overlaps(layout)).toEqual([]);
    expect(new Set(Object.values(layout).map(({ x }) => x)).size).toBe(3);
  });
});

it('draws a wire that turns back through the room between two rows', () => {
  const { path, y } = wireCurve(600, 30, 0, 170);
  expect(path.startsWith('M600 30')).toBe(true);
  expect(path.endsWith('0 170')).toBe(true);
  expect(y).toBe(100);
});
