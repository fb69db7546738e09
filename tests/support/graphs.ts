import type { Graph } from '../../src/document/schema.ts';

/** A node as tests write it: its kind and what differs from the kind's defaults. */
export type Sketch = readonly [kind: string, params?: Record<string, unknown>];

/** A graph from named nodes and wires written `a>b`. */
export function sketch(nodes: Record<string, Sketch>, wires: readonly string[]): Graph {
  return {
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, [kind, params = {}]]) => [id, { kind, params }]),
    ),
    wires: wires.map((wire, i) => {
      const [from = '', to = ''] = wire.split('>');
      return { id: `w${i + 1}`, from, to };
    }),
  };
}

/** A chain: each node feeds the next. Nodes are called n0, n1 … */
export function chain(...kinds: Sketch[]): Graph {
  const nodes = Object.fromEntries(kinds.map((kind, i) => [`n${i}`, kind]));
  const wires = kinds.slice(1).map((_, i) => `n${i}>n${i + 1}`);
  return sketch(nodes, wires);
}

/** The network of lab-09-2, from random weights. */
export const xorNetwork = (): Graph =>
  chain(
    ['points'],
    ['dense', { units: 2 }],
    ['sigmoid'],
    ['dense', { units: 1 }],
    ['sigmoid'],
    ['loss'],
  );

/** A residual block of two layers of `units` between a source and a head of one unit. */
export const residualNetwork = (
  data: Record<string, unknown>,
  units: number,
  first: Record<string, unknown> = {},
): Graph =>
  sketch(
    {
      source: ['points', data],
      first: ['dense', { units, ...first }],
      bend: ['tanh'],
      second: ['dense', { units }],
      sum: ['add'],
      head: ['dense', { units: 1 }],
      chance: ['sigmoid'],
      loss: ['loss'],
    },
    [
      'source>first',
      'first>bend',
      'bend>second',
      'second>sum',
      'bend>sum',
      'sum>head',
      'head>chance',
      'chance>loss',
    ],
  );
