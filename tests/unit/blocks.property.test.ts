import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownersOf } from '../../src/document/block-queries.ts';
import { applyCommands, type Command } from '../../src/document/commands.ts';
import { parseDocument, printDocument } from '../../src/document/parse.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { anyGraph, likelyGraph } from '../support/arbitraries.ts';
import { documentOf } from '../support/documents.ts';
import { chain } from '../support/graphs.ts';

const documents = fc
  .oneof(anyGraph, likelyGraph)
  .filter(({ nodes }) => Object.keys(nodes).length > 1)
  .map((graph) => documentOf(graph));

const blockCommand = (ids: readonly string[]): fc.Arbitrary<Command> => {
  const block = fc.constantFrom('block1', 'block2', 'block3');
  return fc.oneof(
    fc.record({
      type: fc.constant('group' as const),
      id: block,
      name: fc.string(),
      nodes: fc.subarray([...ids], { minLength: 1 }),
    }),
    fc.record({ type: fc.constant('ungroup' as const), ids: fc.tuple(block) }),
    fc.record({
      type: fc.constant('foldBlocks' as const),
      ids: fc.tuple(block),
      collapsed: fc.boolean(),
    }),
    fc.record({ type: fc.constant('renameBlock' as const), id: block, name: fc.string() }),
    fc.record({ type: fc.constant('partBlock' as const), id: block }),
  );
};

const graphCommand = (ids: readonly string[]): fc.Arbitrary<Command> => {
  const node = fc.constantFrom(...ids);
  return fc.oneof(
    fc.record({ type: fc.constant('remove' as const), nodes: fc.subarray([...ids]) }),
    fc.record({ type: fc.constant('connect' as const), from: node, to: node }),
    fc.record({
      type: fc.constant('insertOnWire' as const),
      wire: fc.nat(14).map((i) => `w${i}`),
      id: fc.constantFrom('x1', 'x2', 'x3'),
      node: fc.constant({ kind: 'relu', params: {} }),
    }),
    fc.record({
      type: fc.constant('setParams' as const),
      id: node,
      params: fc.record({ units: fc.nat(9) }),
    }),
  );
};

const isWhole = (document: GraphDocument): void => {
  for (const { nodes } of Object.values(document.blocks ?? {})) {
    expect(nodes.length).toBeGreaterThan(0);
    for (const id of nodes) expect(Object.hasOwn(document.graph.nodes, id)).toBe(true);
  }
  const all = Object.values(document.blocks ?? {}).flatMap(({ nodes }) => nodes);
  expect(ownersOf(document.blocks).size).toBe(all.length);
  expect(parseDocument(JSON.parse(printDocument(document)))).toMatchObject({ ok: true });
};

describe('blocks', () => {
  it('never change what is computed', () => {
    const cases = documents.chain((document) =>
      fc
        .array(blockCommand(Object.keys(document.graph.nodes)))
        .map((commands) => ({ document, commands })),
    );
    fc.assert(
      fc.property(cases, ({ document, commands }) => {
        const after = applyCommands(document, commands);
        expect(after.graph).toBe(document.graph);
        expect(after.layout).toBe(document.layout);
        isWhole(after);
      }),
    );
  });

  it('never hold a node that is gone or is in another, whatever is done to the network', () => {
    const cases = documents.chain((document) => {
      const ids = Object.keys(document.graph.nodes);
      const commands = fc.array(fc.oneof(blockCommand(ids), graphCommand(ids)), { maxLength: 20 });
      return commands.map((list) => ({ document, commands: list }));
    });
    fc.assert(
      fc.property(cases, ({ document, commands }) => isWhole(applyCommands(document, commands))),
      { numRuns: 300 },
    );
  });

  it('take in a layer that is inserted among theirs, and no other', () => {
    const start = documentOf(chain(['points'], ['dense'], ['relu'], ['loss']));
    const group: Command = { type: 'group', id: 'block1', name: 'B', nodes: ['n1', 'n2'] };
    const node = { kind: 'tanh', params: {} };
    const inside: Command = { type: 'insertOnWire', wire: 'w2', id: 'tanh1', node };
    const edge: Command = { type: 'insertOnWire', wire: 'w3', id: 'tanh2', node };
    const after = applyCommands(start, [group, inside, edge]);
    expect(after.blocks?.['block1']?.nodes).toEqual(['n1', 'n2', 'tanh1']);
  });

  it('of a damaged file are refused with their place', () => {
    const whole = documentOf(chain(['points'], ['dense'], ['loss']));
    const block = (nodes: unknown, more = {}) => ({ name: 'B', nodes, collapsed: false, ...more });
    const wrong: Record<string, unknown>[] = [
      { block1: block(['n9']) },
      { block1: block([]) },
      { block1: block(['n0', 'n0']) },
      { block1: block(['n0']), block2: block(['n0']) },
      { block1: block(['n0'], { twins: 't' }), block2: block(['n1', 'n2'], { twins: 't' }) },
      { '<b>': block(['n0']) },
      { block1: block(['n0'], { name: 'x'.repeat(81) }) },
      { block1: null },
    ];
    for (const blocks of wrong) {
      const parsed = parseDocument({ ...whole, blocks });
      expect(parsed).toMatchObject({ ok: false, error: { code: 'invalid' } });
      expect(!parsed.ok && 'path' in parsed.error && parsed.error.path).toMatch(/^blocks/);
    }
  });
});
