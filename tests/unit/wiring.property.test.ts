import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arityOf } from '../../src/compiler/check.ts';
import { compile } from '../../src/compiler/compile.ts';
import { applyCommands } from '../../src/document/commands.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { nodeIds, reachableFrom } from '../../src/document/queries.ts';
import type { Graph, GraphDocument } from '../../src/document/schema.ts';
import { planConnection } from '../../src/ui/edit/plan-connection.ts';
import { planKind } from '../../src/ui/edit/plan-kind.ts';
import { planRemove } from '../../src/ui/edit/plan-remove.ts';
import { planRewire } from '../../src/ui/edit/plan-rewire.ts';
import { likelyGraph } from '../support/arbitraries.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { sketch } from '../support/graphs.ts';

const kinds = [...catalogue.layers.values()];

const edits = ['connect', 'after', 'before', 'wire', 'swap', 'rewire', 'heal', 'plain'] as const;
const anyEdit = fc.record({
  type: fc.constantFrom(...edits),
  a: fc.nat(),
  b: fc.nat(),
  k: fc.nat(),
});
type Edit = typeof anyEdit extends fc.Arbitrary<infer E> ? E : never;

const pick = <T>(list: readonly T[], i: number): T | undefined =>
  list[i % Math.max(1, list.length)];

/** What a person does on the canvas, by the plans that the canvas makes. */
function perform(document: GraphDocument, taken: Set<string>, edit: Edit): GraphDocument {
  const { graph } = document;
  const ids = Object.keys(graph.nodes);
  const a = pick(ids, edit.a) ?? '';
  const b = pick(ids, edit.b) ?? '';
  const wire = pick(graph.wires, edit.a)?.id ?? '';
  const kind = pick(kinds, edit.k);
  if (!kind) return document;
  const { type } = edit;
  if (type === 'heal' || type === 'plain') {
    const nodes = [a, b].filter((id) => id !== '');
    return applyCommands(
      document,
      planRemove(document, catalogue, { nodes, wires: [] }, type === 'heal'),
    );
  }
  if (type === 'connect' || type === 'rewire') {
    const plan =
      type === 'connect'
        ? planConnection(graph, catalogue, a, b)
        : planRewire(graph, catalogue, wire, a, b);
    return plan.ok ? applyCommands(document, plan.value) : document;
  }
  const place = type === 'wire' ? ({ type, wire } as const) : ({ type, node: a } as const);
  const plan = planKind(document, taken, catalogue, kind, place, { x: 0, y: 0 });
  return plan.ok ? applyCommands(document, plan.value.commands) : document;
}

function expectSound({ graph }: GraphDocument): void {
  for (const { from, to } of graph.wires) {
    expect(Object.hasOwn(graph.nodes, from) && Object.hasOwn(graph.nodes, to)).toBe(true);
    expect(reachableFrom(graph, to).has(from)).toBe(false);
  }
  const pairs = graph.wires.map(({ from, to }) => `${from}>${to}`);
  expect(new Set(pairs).size).toBe(pairs.length);
  for (const [id, { kind }] of Object.entries(graph.nodes)) {
    const known = catalogue.layers.get(kind);
    const count = graph.wires.filter(({ to }) => to === id).length;
    expect(count).toBeLessThanOrEqual(known ? arityOf(known).max : 0);
  }
}

describe('wiring by hand', () => {
  it('leaves no circle, no loose wire and no input too many, whatever is done', () => {
    fc.assert(
      fc.property(likelyGraph, fc.array(anyEdit, { maxLength: 25 }), (graph, steps) => {
        let now = documentOf(graph);
        const taken = nodeIds(graph);
        for (const step of steps) {
          now = perform(now, taken, step);
          for (const id of Object.keys(now.graph.nodes)) taken.add(id);
          expectSound(now);
        }
        expect(() => compile(now.graph, catalogue)).not.toThrow();
        expect(parseDocument(JSON.parse(JSON.stringify(now)))).toMatchObject({ ok: true });
      }),
      { numRuns: 150 },
    );
  });

  it('heals with wires that could be drawn by hand only, and cuts none that stays', () => {
    fc.assert(
      fc.property(
        likelyGraph,
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        (graph, picks) => {
          const nodes = picks.flatMap((i) => pick(Object.keys(graph.nodes), i) ?? []);
          const document = documentOf(graph);
          const bare = applyCommands(document, [{ type: 'remove', nodes }]).graph;
          const healed = applyCommands(
            document,
            planRemove(document, catalogue, { nodes, wires: [] }),
          ).graph;
          const has = (g: Graph, from: string, to: string): boolean =>
            g.wires.some((wire) => wire.from === from && wire.to === to);
          for (const { from, to } of bare.wires) expect(has(healed, from, to)).toBe(true);
          for (const { from, to } of healed.wires) {
            if (has(bare, from, to)) continue;
            expect(planConnection(bare, catalogue, from, to)).toMatchObject({ ok: true });
          }
        },
      ),
    );
  });

  it('swaps a layer and keeps every wire that the new one takes', () => {
    fc.assert(
      fc.property(likelyGraph, fc.nat(), fc.nat(), (graph, i, k) => {
        const node = pick(Object.keys(graph.nodes), i) ?? '';
        const kind = pick(kinds, k);
        if (!kind) return;
        const document = documentOf(graph);
        const plan = planKind(
          document,
          nodeIds(graph),
          catalogue,
          kind,
          { type: 'swap', node },
          { x: 0, y: 0 },
        );
        if (!plan.ok) return;
        const after = applyCommands(document, plan.value.commands).graph;
        const incoming = graph.wires.filter(({ to }) => to === node);
        const kept = incoming.slice(0, arityOf(kind).max);
        const others = graph.wires.filter(({ to }) => to !== node);
        expect(new Set(after.wires)).toEqual(new Set([...kept, ...others]));
        expect(kind.params.safeParse(after.nodes[node]?.params).success).toBe(true);
      }),
    );
  });
});

describe('removing', () => {
  const joined = documentOf(
    sketch(
      { s: ['points'], a: ['dense'], r: ['relu'], t: ['tanh'], c: ['concatenate'], l: ['loss'] },
      ['s>a', 'a>r', 'r>t', 't>c', 's>c', 'c>l'],
    ),
  );
  const wiresAfter = (nodes: string[], heal = true): string[] =>
    applyCommands(
      joined,
      planRemove(joined, catalogue, { nodes, wires: ['w3'] }, heal),
    ).graph.wires.map(({ id, from, to }) => `${id} ${from}>${to}`);

  it('joins over several layers of a chain, in the same place of a join', () => {
    expect(wiresAfter(['r', 't'])).toEqual(['w1 s>a', 'w4 a>c', 'w5 s>c', 'w6 c>l']);
  });

  it('puts all that a join gave in its place in the order of the join behind it', () => {
    const kinds = ['a', 'b', 'c', 'd'].map((id) => [id, ['points']] as const);
    const graph = sketch({ ...Object.fromEntries(kinds), g: ['concatenate'], j: ['concatenate'] }, [
      'a>g',
      'b>g',
      'd>g',
      'g>j',
      'c>j',
    ]);
    const document = documentOf(graph);
    const commands = planRemove(document, catalogue, { nodes: ['g'], wires: [] });
    const { wires } = applyCommands(document, commands).graph;
    expect(wires.map(({ from, to }) => `${from}>${to}`)).toEqual(['a>j', 'b>j', 'd>j', 'c>j']);
  });

  it('leaves the ends open where that is asked for', () => {
    expect(wiresAfter(['r', 't'], false)).toEqual(['w1 s>a', 'w5 s>c', 'w6 c>l']);
  });

  it('makes no wire twice, and does not choose among the inputs of a join', () => {
    expect(wiresAfter(['a', 'r', 't'])).toEqual(['w5 s>c', 'w6 c>l']);
    expect(wiresAfter(['c'])).not.toContain('w6 t>l');
  });
});

describe('plugging a wire elsewhere', () => {
  it('keeps its place in a join', () => {
    const graph = sketch({ s: ['points'], a: ['dense'], b: ['dense'], j: ['concatenate'] }, [
      's>a',
      's>b',
      'a>j',
      'b>j',
    ]);
    const plan = planRewire(graph, catalogue, 'w3', 's', 'j');
    const after = applyCommands(documentOf(graph), plan.ok ? plan.value : []).graph.wires;
    expect(after).toContainEqual({ id: 'w3', from: 's', to: 'j' });
    expect(after.map(({ id }) => id)).toEqual(['w1', 'w2', 'w3', 'w4']);
  });
});
