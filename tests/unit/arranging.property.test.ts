import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../src/document/commands.ts';
import { type Box, findLanes } from '../../src/document/drawing/lanes.ts';
import { parseDocument } from '../../src/document/parse.ts';
import type { Flow, Graph, Position } from '../../src/document/schema.ts';
import { align, distribute, edges } from '../../src/ui/arrange/align.ts';
import { layOut, type Size } from '../../src/ui/arrange/layout.ts';
import { snapTo } from '../../src/ui/arrange/snap.ts';
import { documentOf } from '../support/documents.ts';

/** A graph without circles, and the sizes its nodes are drawn in. */
const drawing = fc
  .record({
    count: fc.integer({ min: 1, max: 24 }),
    wires: fc.array(fc.tuple(fc.nat(23), fc.nat(23)), { maxLength: 40 }),
    sizes: fc.array(
      fc.tuple(fc.integer({ min: 150, max: 260 }), fc.integer({ min: 50, max: 300 })),
      {
        minLength: 24,
        maxLength: 24,
      },
    ),
    flow: fc.constantFrom<Flow>('right', 'down'),
  })
  .map(({ count, wires, sizes, flow }) => {
    const seen = new Set<string>();
    const kept = wires.flatMap(([a, b], i) => {
      const [from, to] = [Math.min(a, b) % count, Math.max(a, b) % count];
      const key = `${from} ${to}`;
      if (from >= to || seen.has(key)) return [];
      seen.add(key);
      return [{ id: `w${i}`, from: `n${from}`, to: `n${to}` }];
    });
    const ids = Array.from({ length: count }, (_, i) => `n${i}`);
    const graph: Graph = {
      nodes: Object.fromEntries(ids.map((id) => [id, { kind: 'add', params: {} }])),
      wires: kept,
    };
    const measured = Object.fromEntries(
      ids.map((id, i): [string, Size] => {
        const [width, height] = sizes[i] ?? [194, 64];
        return [id, { width, height }];
      }),
    );
    return { graph, sizes: measured, flow };
  });

const boxesOf = (
  positions: Readonly<Record<string, Position>>,
  sizes: Readonly<Record<string, Size>>,
): Box[] =>
  Object.entries(positions).map(([id, at]) => ({
    id,
    ...at,
    ...(sizes[id] ?? { width: 194, height: 64 }),
  }));

const touch = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('a tidied drawing', () => {
  it('has no node upon another, and every wire leads forward', () => {
    fc.assert(
      fc.property(drawing, ({ graph, sizes, flow }) => {
        const boxes = boxesOf(layOut({ graph, sizes, flow }), sizes);
        expect(boxes).toHaveLength(Object.keys(graph.nodes).length);
        boxes.forEach((a, i) => {
          for (const b of boxes.slice(i + 1)) expect(touch(a, b), `${a.id} ${b.id}`).toBe(false);
        });
        const at = new Map(boxes.map((box) => [box.id, box]));
        for (const { from, to } of graph.wires) {
          const [a, b] = [at.get(from), at.get(to)];
          if (!a || !b) throw new Error('left out');
          if (flow === 'right') expect(a.x + a.width).toBeLessThan(b.x);
          else expect(a.y + a.height).toBeLessThan(b.y);
        }
      }),
    );
  });

  it('is as tidy as it gets: tidying again changes nothing', () => {
    fc.assert(
      fc.property(drawing, ({ graph, sizes, flow }) => {
        const command = (g: Graph) => ({
          type: 'arrange' as const,
          how: 'tidy' as const,
          positions: layOut({ graph: g, sizes, flow }),
          flow,
        });
        const once = applyCommand(documentOf(graph), command(graph));
        expect(applyCommand(once, command(once.graph))).toBe(once);
        expect(parseDocument(JSON.parse(JSON.stringify(once)))).toEqual({ ok: true, value: once });
      }),
    );
  });

  it('lets a wire pass beside the nodes in its way, each on a line of its own', () => {
    fc.assert(
      fc.property(drawing, ({ graph, sizes, flow }) => {
        const boxes = boxesOf(layOut({ graph, sizes, flow }), sizes);
        const at = new Map(boxes.map((box) => [box.id, box]));
        const span = (box: Box) =>
          flow === 'right' ? [box.x, box.x + box.width] : [box.y, box.y + box.height];
        const room = (box: Box) =>
          flow === 'right' ? [box.y, box.y + box.height] : [box.x, box.x + box.width];
        for (const [wire, lane] of findLanes(boxes, graph.wires, flow)) {
          const { from = '', to = '' } = graph.wires.find(({ id }) => id === wire) ?? {};
          const [a, b] = [at.get(from), at.get(to)];
          if (!a || !b) throw new Error('left out');
          const [, start = 0] = span(a);
          const [end = 0] = span(b);
          for (const box of boxes) {
            const [low = 0, high = 0] = span(box);
            if (low >= end || high <= start) continue;
            const [top = 0, bottom = 0] = room(box);
            expect(lane <= top || lane >= bottom, `${wire} ${box.id}`).toBe(true);
          }
        }
      }),
    );
  });
});

const boxes = fc
  .array(
    fc.record({
      x: fc.integer({ min: -2000, max: 2000 }),
      y: fc.integer({ min: -2000, max: 2000 }),
      width: fc.integer({ min: 10, max: 300 }),
      height: fc.integer({ min: 10, max: 300 }),
    }),
    { minLength: 3, maxLength: 12 },
  )
  .map((list): Box[] => list.map((box, i) => ({ id: `n${i}`, ...box })));

const moved = (all: readonly Box[], to: Readonly<Record<string, Position>>): Box[] =>
  all.map((box) => ({ ...box, ...to[box.id] }));

describe('bringing into line', () => {
  it('gives all boxes one edge, leaves the other direction alone, and is done at once', () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom(...edges), (all, edge) => {
        const line: Record<typeof edge, (box: Box) => number> = {
          left: ({ x }) => x,
          centre: ({ x, width }) => x + width / 2,
          right: ({ x, width }) => x + width,
          top: ({ y }) => y,
          middle: ({ y, height }) => y + height / 2,
          bottom: ({ y, height }) => y + height,
        };
        const after = moved(all, align(all, edge));
        const lines = after.map(line[edge]);
        for (const each of lines) expect(each).toBeCloseTo(lines[0] ?? 0, 6);
        const kept = edge === 'left' || edge === 'centre' || edge === 'right' ? 'y' : 'x';
        expect(after.map((box) => box[kept])).toEqual(all.map((box) => box[kept]));
        for (const [i, box] of moved(after, align(after, edge)).entries()) {
          expect(box.x).toBeCloseTo(after[i]?.x ?? 0, 6);
          expect(box.y).toBeCloseTo(after[i]?.y ?? 0, 6);
        }
      }),
    );
  });

  it('leaves like gaps, and the outermost where they are', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const after = moved(all, distribute(all, 'horizontal')).toSorted(
          (a, b) => a.x + a.width / 2 - b.x - b.width / 2,
        );
        const before = all.toSorted((a, b) => a.x + a.width / 2 - b.x - b.width / 2);
        expect(after.map(({ y }) => y).toSorted()).toEqual(all.map(({ y }) => y).toSorted());
        expect(after.some(({ x }) => x === before[0]?.x)).toBe(true);
        const placed = moved(before, distribute(all, 'horizontal'));
        const gaps = placed
          .slice(1)
          .map((box, i) => box.x - (placed[i]?.x ?? 0) - (placed[i]?.width ?? 0));
        for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 6);
      }),
    );
  });
});

describe('cards with ports', () => {
  const card = (id: string, y: number, height: number) => ({
    id,
    x: id === 'a' ? 0 : 400,
    y,
    width: 194,
    height,
    ports: { axis: 'y', at: [y + 27] } as const,
  });

  it('snap to where the wire between them is straight, not to their middles', () => {
    // The middles are 1 apart, the ports 4.
    const snap = snapTo(card('a', 104, 70), [card('b', 100, 80)], 6);
    expect(snap.y).toBe(-4);
    expect(snap.guides.filter(({ axis }) => axis === 'y').map(({ at }) => at)).toEqual([127]);
    // The middles are level, and the ports are out of reach.
    expect(snapTo(card('a', 120, 60), [card('b', 100, 100)], 6).y).toBe(0);
  });

  it('have their ports level after being aligned by the middle', () => {
    const all = [card('a', 0, 60), card('b', 30, 200), card('c', 90, 90)];
    expect(new Set(moved(all, align(all, 'middle', 27)).map(({ y }) => y))).toEqual(new Set([45]));
  });
});

describe('snapping', () => {
  it('moves no farther than it reaches, and ends level with a neighbour where there is a line', () => {
    fc.assert(
      fc.property(boxes, ([moving, ...others]) => {
        if (!moving) return;
        const { x, y, guides } = snapTo(moving, others, 6);
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(6);
        const at = { ...moving, x: moving.x + x, y: moving.y + y };
        if (x !== 0) expect(guides.some(({ axis }) => axis === 'x')).toBe(true);
        // What stands level stays.
        const again = snapTo(at, others, 6);
        expect(Math.abs(again.x)).toBeLessThan(1e-6);
        expect(Math.abs(again.y)).toBeLessThan(1e-6);
      }),
    );
  });
});
