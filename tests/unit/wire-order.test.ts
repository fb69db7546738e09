import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wireOrder } from '../../src/document/wire-order.ts';

const node = { kind: 'relu', params: {} };
const wire = (from: string, to: string) => ({ id: `w_${from}_${to}`, from, to });

it('reads a branch to its end before the next one, and a join after all that feed it', () => {
  const nodes = { join: node, b: node, source: node, a1: node, a2: node, loose: node };
  const wires = [
    wire('source', 'a1'),
    wire('source', 'b'),
    wire('a1', 'a2'),
    wire('a2', 'join'),
    wire('b', 'join'),
  ];
  expect(wireOrder({ nodes, wires })).toEqual(['source', 'a1', 'a2', 'b', 'join', 'loose']);
});

it('names every node once, even in a circle, and none before what feeds it', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const anyWires = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)));
  fc.assert(
    fc.property(anyWires, fc.boolean(), (pairs, acyclic) => {
      const kept = acyclic ? pairs.filter(([a, b]) => a < b) : pairs;
      const wires = kept.map(([from, to], i) => ({ id: `w${i}`, from, to }));
      const order = wireOrder({ nodes: Object.fromEntries(ids.map((id) => [id, node])), wires });
      expect([...order].sort()).toEqual(ids);
      if (!acyclic) return;
      for (const { from, to } of wires) expect(order.indexOf(from)).toBeLessThan(order.indexOf(to));
    }),
  );
});
