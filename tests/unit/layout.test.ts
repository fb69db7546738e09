import { describe, expect, it } from 'vitest';
import { applyCommands, type Command } from '../../src/document/commands.ts';
import { findLanes } from '../../src/document/drawing/lanes.ts';
import { PORT_TOP } from '../../src/document/drawing/port-place.ts';
import { wireCurve } from '../../src/document/drawing/wire-curve.ts';
import type { Flow, Graph, Layout } from '../../src/document/schema.ts';
import { buildColumns } from '../../src/ui/arrange/columns.ts';
import { layOut } from '../../src/ui/arrange/layout.ts';
import { rankNodes } from '../../src/ui/arrange/ranks.ts';
import { documentOf } from '../support/documents.ts';
import { chain, sketch, xorNetwork } from '../support/graphs.ts';

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

const sizesOf = (graph: Graph, each = size) =>
  Object.fromEntries(Object.keys(graph.nodes).map((id) => [id, each]));

const tidied = (graph: Graph, width?: number, flow: Flow = 'right'): Layout =>
  layOut({
    graph,
    sizes: sizesOf(graph),
    flow,
    view: width === undefined ? undefined : { width, height: width },
  });

const residual = (): Graph =>
  sketch(
    {
      s: ['points'],
      a: ['dense'],
      b: ['dense'],
      c: ['dense'],
      j: ['add'],
      l: ['loss'],
    },
    ['s>a', 'a>b', 'b>c', 'c>j', 'a>j', 'j>l'],
  );

describe('tidying', () => {
  it('folds a chain into rows that fit the canvas', () => {
    const layout = tidied(xorNetwork(), 800);
    expect(overlaps(layout)).toEqual([]);
    const widest = Math.max(...Object.values(layout).map(({ x }) => x + size.width));
    expect(widest).toBeLessThanOrEqual(800);
    expect(new Set(Object.values(layout).map(({ y }) => y)).size).toBe(2);
  });

  it('makes rows of like length', () => {
    const seven = chain(...Array.from({ length: 7 }, () => ['dense'] as const));
    const rows = Object.values(tidied(seven, 1100)).map(({ y }) => y);
    const [first = 0, second = 0] = [...new Set(rows)];
    expect(rows.filter((y) => y === first)).toHaveLength(4);
    expect(rows.filter((y) => y === second)).toHaveLength(3);
  });

  it('folds a network with branches where a single wire leads on', () => {
    const graph = sketch(
      {
        s: ['points'],
        a: ['dense'],
        b: ['dense'],
        c: ['dense'],
        j: ['add'],
        g: ['dense'],
        h: ['dense'],
        l: ['loss'],
      },
      ['s>a', 'a>b', 'b>c', 'c>j', 'a>j', 'j>g', 'g>h', 'h>l'],
    );
    const layout = tidied(graph, 1300);
    expect(overlaps(layout)).toEqual([]);
    const rows = new Set(Object.values(layout).map(({ y }) => y));
    expect(rows.size).toBe(2);
    const block = ['a', 'b', 'c', 'j'].map((id) => layout[id]?.y);
    expect(new Set(block).size).toBe(1);
  });

  it('leaves room for nodes that are drawn larger', () => {
    const tall = { width: 210, height: 260 };
    const graph = xorNetwork();
    for (const flow of ['right', 'down'] as const) {
      const view = { width: 800, height: 800 };
      const layout = layOut({ graph, sizes: sizesOf(graph, tall), flow, view });
      expect(overlaps(layout, tall)).toEqual([]);
    }
  });

  it('keeps the way of a residual block straight, and its skip connection beside it', () => {
    const graph = residual();
    for (const flow of ['right', 'down'] as const) {
      const layout = tidied(graph, undefined, flow);
      const across = flow === 'right' ? 'y' : 'x';
      expect(new Set(Object.values(layout).map((at) => at[across])).size).toBe(1);
      const boxes = Object.entries(layout).map(([id, at]) => ({ id, ...at, ...size }));
      const lanes = findLanes(boxes, graph.wires, flow);
      expect([...lanes.keys()]).toEqual(['w5']);
      const lane = lanes.get('w5') ?? 0;
      const start = boxes[0]?.[across] ?? 0;
      const end = start + (flow === 'right' ? size.height : size.width);
      expect(lane < start || lane > end).toBe(true);
    }
  });

  it('stands the branches of a join in its order, so that no wires cross', () => {
    const graph = sketch({ s: ['points'], x: ['dense'], y: ['dense'], z: ['dense'], j: ['add'] }, [
      's>z',
      's>y',
      's>x',
      'x>j',
      'y>j',
      'z>j',
    ]);
    const { s, x, y, z, j } = tidied(graph);
    expect(x?.y).toBeLessThan(y?.y ?? 0);
    expect(y?.y).toBeLessThan(z?.y ?? 0);
    // Source and join stand in the middle of their branches.
    expect(s?.y).toBe(y?.y);
    expect(j?.y).toBe(y?.y);
  });

  it('stands a second source beside what it leads to', () => {
    const graph = sketch(
      { s: ['points'], a: ['dense'], b: ['dense'], c: ['dense'], t: ['points'], j: ['add'] },
      ['s>a', 'a>b', 'b>c', 'c>j', 't>j'],
    );
    const layout = tidied(graph);
    expect(layout['t']?.x).toBe(layout['c']?.x);
  });

  it('lays out more passing wires than one call takes arguments', () => {
    const count = 30;
    const row = Array.from({ length: count - 1 }, (_, i) => `n${i}>n${i + 1}`);
    const skips = Array.from({ length: 6000 }, () => `n0>n${count - 1}`);
    const ids = Array.from({ length: count }, (_, i) => `n${i}`);
    const layout = tidied(
      sketch(Object.fromEntries(ids.map((id) => [id, ['add']])), [...row, ...skips]),
    );
    expect(Object.keys(layout)).toEqual(ids);
    expect(Object.values(layout).every(({ y }) => y >= 0 && y < 7000 * 30)).toBe(true);
  });

  it('gives no room to the longest wires where all together would take too long', () => {
    const count = 1200;
    const ids = Array.from({ length: count }, (_, i) => `n${i}`);
    const row = ids.slice(1).map((to, i) => ({ from: `n${i}`, to }));
    const skips = ids.slice(5).flatMap((to, i) => [{ from: `n${i}`, to }]);
    const across = Array.from({ length: 3000 }, (_, i) => ({
      from: `n${i % 7}`,
      to: ids.at(-1) ?? '',
    }));
    const stops = buildColumns(rankNodes({ ids, wires: [...row, ...across, ...skips] })).flat();
    expect(stops).toHaveLength(count + 4 * skips.length);
  });

  it('lays 500 nodes out in a time that nobody waits for', () => {
    const wires = Array.from({ length: 124 }, (_, i) => [
      `n${4 * i}>n${4 * i + 1}`,
      `n${4 * i + 1}>n${4 * i + 2}`,
      `n${4 * i + 2}>n${4 * i + 3}`,
      `n${4 * i + 3}>n${4 * i + 4}`,
      `n${4 * i}>n${4 * i + 4}`,
    ]).flat();
    const nodes = Object.fromEntries(
      Array.from({ length: 497 }, (_, i) => [`n${i}`, ['add'] as const]),
    );
    const start = performance.now();
    const layout = tidied(sketch(nodes, wires));
    expect(performance.now() - start).toBeLessThan(4000);
    expect(Object.keys(layout)).toHaveLength(497);
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

it('turns a wire with the drawing', () => {
  const across = wireCurve(600, 30, 0, 170);
  const down = wireCurve(30, 600, 170, 0, { flow: 'down' });
  expect([down.x, down.y]).toEqual([across.y, across.x]);
  expect(down.path.startsWith('M30 600')).toBe(true);
});

describe('lanes of a network with many skip connections', () => {
  /** A chain of so many nodes with so many wires, each past several of them. */
  const skipping = (count: number, each: number) => ({
    boxes: Array.from({ length: count }, (_, i) => ({ id: `n${i}`, x: 264 * i, y: 0, ...size })),
    wires: Array.from({ length: count * each }, (_, i) => {
      const [from, past] = [(i * 7) % count, 2 + ((i * 5) % count)];
      return { id: `w${i}`, from: `n${from}`, to: `n${Math.min(count - 1, from + past)}` };
    }).filter(({ from, to }) => from !== to),
  });

  it('are found in a time that grows with the square of the network, not with its cube', () => {
    const timeOf = (count: number): number => {
      const { boxes, wires } = skipping(count, 5);
      const times = Array.from({ length: 3 }, () => {
        const start = performance.now();
        expect(findLanes(boxes, wires, 'right').size).toBeGreaterThan(count);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    timeOf(100);
    // A square makes it 16, a cube 64.
    expect(timeOf(400) / timeOf(100)).toBeLessThan(40);
  });

  it('are the closest that neither a node nor another wire takes', () => {
    const { boxes, wires } = skipping(12, 2);
    const tops = boxes.map((box, i) => ({ ...box, y: 40 * ((i * 5) % 7) }));
    const lanes = [...findLanes(tops, wires, 'right')];
    const at = new Map(tops.map((box) => [box.id, box]));
    const spanOf = (id: string): [number, number] => {
      const wire = wires.find((each) => each.id === id);
      return [(at.get(wire?.from ?? '')?.x ?? 0) + size.width, at.get(wire?.to ?? '')?.x ?? 0];
    };
    expect(lanes.length).toBeGreaterThan(10);
    lanes.forEach(([id, lane], i) => {
      const [start, end] = spanOf(id);
      const wire = wires.find((each) => each.id === id);
      const before = lanes.slice(0, i).filter(([other]) => {
        const [low, high] = spanOf(other);
        return low < end && high > start;
      });
      const walls = [
        ...tops
          .filter(({ x }) => x < end && x + size.width > start)
          .map(({ y }) => [y - 22, y + size.height + 22] as const),
        ...before.map(([, line]) => [line - 24, line + 24] as const),
      ];
      const isFree = (y: number): boolean => walls.every(([low, high]) => y <= low || y >= high);
      expect(isFree(lane), id).toBe(true);
      const port = (node = ''): number => (at.get(node)?.y ?? 0) + PORT_TOP;
      const wished = (port(wire?.from) + port(wire?.to)) / 2;
      const nearest = Math.min(
        ...walls
          .flat()
          .filter(isFree)
          .map((y) => Math.abs(y - wished)),
      );
      // On the side where its join has it, a line may be a little farther.
      expect(Math.abs(lane - wished) - nearest, id).toBeLessThanOrEqual(12);
    });
  });

  it('stay for the shorter wires where there are more than anyone could follow', () => {
    const { boxes, wires } = skipping(2000, 4);
    const lanes = findLanes(boxes, wires, 'right');
    const lengthOf = (from: string, to: string): number =>
      Number(to.slice(1)) - Number(from.slice(1));
    const lengths = (some: typeof wires): number[] =>
      some.map(({ from, to }) => lengthOf(from, to));
    const passing = wires.filter(({ from, to }) => lengthOf(from, to) > 1);
    const without = passing.filter(({ id }) => !lanes.has(id));
    const longest = Math.max(...lengths(wires.filter(({ id }) => lanes.has(id))));
    expect(lanes.size).toBeGreaterThan(passing.length / 2);
    expect(without.length).toBeGreaterThan(0);
    expect(Math.min(...lengths(without))).toBeGreaterThanOrEqual(longest);
  });
});

describe('while a node of a large network is dragged', () => {
  const box = (id: string, x: number, y: number) => ({ id, x, y, width: 194, height: 64 });
  const wires = [
    { id: 'over', from: 'a', to: 'c' },
    { id: 'far', from: 'd', to: 'f' },
  ];
  const row = (y: number, ids: string[]) => ids.map((id, i) => box(id, 264 * i, y));
  const still = [...row(0, ['a', 'b', 'c']), ...row(900, ['d', 'e', 'f'])];

  it('its wires pass what they come to, as if all were looked at', () => {
    const lanes = findLanes(still, wires, 'right');
    expect([...lanes.keys()].sort()).toEqual(['far', 'over']);
    const moved = still.map((each) => (each.id === 'c' ? { ...each, y: 30 } : each));
    const held = findLanes(moved, wires, 'right', { lanes, moved: new Set(['c']) });
    expect(held).toEqual(findLanes(moved, wires, 'right'));
  });

  it('other wires stay where they are until it is dropped', () => {
    const lanes = findLanes(still, wires, 'right');
    const moved = still.map((each) => (each.id === 'e' ? { ...each, y: 2000 } : each));
    const held = findLanes(moved, wires, 'right', { lanes, moved: new Set(['e']) });
    expect(held).toEqual(lanes);
    expect(findLanes(moved, wires, 'right').has('far')).toBe(false);
  });
});
