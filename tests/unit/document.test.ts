import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { applyCommand, applyCommands, type Command } from '../../src/document/commands.ts';
import { migrations } from '../../src/document/migrations.ts';
import { parseDocument, parseDocumentText, printDocument } from '../../src/document/parse.ts';
import { freeId } from '../../src/document/queries.ts';
import {
  FORMAT_VERSION,
  type GraphDocument,
  MAX_NODES,
  MAX_WIRES,
} from '../../src/document/schema.ts';
import { anyGraph } from '../support/arbitraries.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { chain, xorNetwork } from '../support/graphs.ts';

const xor = documentOf(xorNetwork());
const codeOf = (value: unknown) => {
  const parsed = parseDocument(value);
  return parsed.ok ? 'ok' : parsed.error.code;
};

describe('a file', () => {
  it('is read without places of nodes that it does not have, however many it names', () => {
    const strays = Array.from(
      { length: 150_000 },
      (_, i) => [`stray${i}`, { x: i, y: 0 }] as const,
    );
    const layout = { ...Object.fromEntries(strays), ...xor.layout };
    const parsed = parseDocument({ ...xor, layout });
    if (!parsed.ok) throw new Error(parsed.error.code);
    expect(parsed.value).toEqual(xor);
    const at = { rightOf: 'n0' };
    const more = applyCommand(parsed.value, {
      type: 'addNode',
      id: 'new',
      node: { kind: 'relu', params: {} },
      at,
    });
    expect(more.layout).toHaveProperty('new');
  });

  it('comes back as it was saved', () => {
    expect(parseDocumentText(printDocument(xor))).toEqual({ ok: true, value: xor });
  });

  it('keeps unknown kinds and unknown fields untouched through a load and a save', () => {
    const foreign = {
      ...documentOf(chain(['points'], ['attention', { heads: [1, { deep: true }] }], ['loss'])),
      plugin: { colour: 'teal' },
    };
    const parsed = parseDocumentText(JSON.stringify(foreign));
    expect(parsed.ok && JSON.parse(printDocument(parsed.value))).toEqual(foreign);
  });

  it.each([
    ['text that is not JSON', 'hello', 'not-json'],
    ['an empty file', '', 'not-json'],
    ['JSON of something else', '{"nodes": []}', 'not-netwright'],
    ['a list', '[1, 2]', 'not-netwright'],
    ['null', 'null', 'not-netwright'],
    ['a newer format', JSON.stringify({ ...xor, version: 99 }), 'newer-version'],
    ['a version that is none', JSON.stringify({ ...xor, version: 'two' }), 'invalid'],
    ['a graph that is missing', JSON.stringify({ ...xor, graph: undefined }), 'invalid'],
    ['50 MB', ' '.repeat(50_000_000), 'too-large'],
  ])('%s is refused with a reason', (_, text, code) => {
    expect(parseDocumentText(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('names the place of the damage', () => {
    const training = { ...xor.training, seed: -1 };
    const parsed = parseDocument({ ...xor, training });
    expect(parsed).toMatchObject({ ok: false, error: { code: 'invalid', path: 'training.seed' } });
  });

  it('may not wire what is not there, nor use names of the language itself', () => {
    const wires = [{ id: 'w1', from: 'n0', to: 'ghost' }];
    expect(codeOf({ ...xor, graph: { ...xor.graph, wires } })).toBe('invalid');
    const twice = [
      { id: 'w1', from: 'n0', to: 'n1' },
      { id: 'w1', from: 'n1', to: 'n2' },
    ];
    expect(codeOf({ ...xor, graph: { ...xor.graph, wires: twice } })).toBe('invalid');
    const hostile = JSON.parse(
      JSON.stringify(xor)
        .replace('"n0":', '"__proto__":')
        .replaceAll('"from":"n0"', '"from":"__proto__"'),
    );
    expect(codeOf(hostile)).toBe('invalid');
    for (const key of ['__proto__', '\\u005f_proto__', '__pr\\u006Fto_\\u005F']) {
      const hidden = printDocument(xor).replace('"nodes": {', () => `"nodes": { "${key}": {},`);
      expect(parseDocumentText(hidden)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    }
    const harmless = printDocument(xor).replace('"title": "', '"title": "__proto__');
    expect(parseDocumentText(harmless)).toMatchObject({ ok: true });
    const inherited = [{ id: 'w1', from: 'constructor', to: 'n1' }];
    expect(codeOf({ ...xor, graph: { ...xor.graph, wires: inherited } })).toBe('invalid');
  });

  it('is never answered with an exception', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        parseDocumentText(text);
        parseDocument({ ...xor, graph: JSON.parse(text) });
      }),
    );
  });
});

describe('a hostile file', () => {
  it.each([
    ['an id that is an object', [{ id: { toString: 1 }, kind: 'dense', params: {} }]],
    ['an id of the language itself', [{ id: '__proto__', kind: 'dense', params: {} }]],
    ['an id with a space', [{ id: 'a b', kind: 'dense', params: {} }]],
    [
      'an id that is there twice',
      [
        { id: 'a', kind: 'dense', params: {}, x: 0, y: 0 },
        { id: 'a', kind: 'relu', params: {}, x: 0, y: 0 },
      ],
    ],
  ])('of format 1 with %s is refused', (_, nodes) => {
    const text = readFileSync('tests/fixtures/format-1.json', 'utf8');
    const hostile = JSON.stringify({ ...JSON.parse(text), nodes, edges: [] });
    expect(parseDocumentText(hostile)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  it('that is nested without end is refused before anything recurses on it', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const text = printDocument(xor).replace('"dataset"', '"deep"').replace('{}', `{"x":${deep}}`);
    expect(parseDocumentText(text)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    const brackets = { ...xor, meta: { title: '[[[['.repeat(40) } };
    expect(parseDocumentText(printDocument(brackets)).ok).toBe(true);
  });
});

describe('migrations', () => {
  it('lead from every format to the present one, with a fixture for each', () => {
    expect(Object.keys(migrations).map(Number)).toEqual(
      Array.from({ length: FORMAT_VERSION - 1 }, (_, i) => i + 1),
    );
    for (const version of Object.keys(migrations)) {
      const text = readFileSync(`tests/fixtures/format-${version}.json`, 'utf8');
      expect(parseDocumentText(text)).toMatchObject({ ok: true });
    }
  });

  it('1: separates positions from nodes, names wires, keeps unknown kinds', () => {
    const parsed = parseDocumentText(readFileSync('tests/fixtures/format-1.json', 'utf8'));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const { graph, layout, meta, training } = parsed.value;
    expect(layout['dense1']).toEqual({ x: 232, y: 40 });
    expect(graph.nodes['dense1']).toEqual({ kind: 'dense', params: { units: 1 } });
    expect(graph.nodes['later']).toEqual({
      kind: 'attention',
      name: 'from elsewhere',
      params: { heads: 8 },
    });
    expect(graph.wires.map(({ from, to }) => `${from}>${to}`)).toEqual([
      'data>dense1',
      'dense1>sigmoid1',
      'sigmoid1>loss',
    ]);
    expect(meta.title).toBe('XOR, as format 1 kept it');
    expect(training.stopAt).toBeNull();
    expect(compile(graph, catalogue).problems.map(({ code }) => code)).toEqual(['unknown-kind']);
  });
});

describe('commands', () => {
  const node = { kind: 'dense', params: {} };

  it('moving a node leaves the graph’s identity alone, so nothing is compiled again', () => {
    const moved = applyCommand(xor, { type: 'move', positions: { n1: { x: 5, y: 6 } } });
    expect(moved.graph).toBe(xor.graph);
    expect(moved.layout['n1']).toEqual({ x: 5, y: 6 });
    expect(applyCommand(xor, { type: 'move', positions: { n1: { x: 240, y: 0 } } })).toBe(xor);
  });

  it('removing a node takes its wires along', () => {
    const { graph, layout } = applyCommand(xor, { type: 'remove', nodes: ['n2'] });
    expect(graph.nodes).not.toHaveProperty('n2');
    expect(layout).not.toHaveProperty('n2');
    expect(graph.wires.map(({ id }) => id)).toEqual(['w1', 'w4', 'w5']);
  });

  it('inserting on a wire wires both sides and makes room', () => {
    const { graph, layout } = applyCommand(xor, {
      type: 'insertOnWire',
      wire: 'w2',
      id: 'new',
      node,
    });
    const into = graph.wires.filter(({ from, to }) => from === 'new' || to === 'new');
    expect(into.map(({ from, to }) => `${from}>${to}`)).toEqual(['n1>new', 'new>n2']);
    expect(layout['new']?.x).toBeGreaterThan((layout['n1']?.x ?? 0) + 184);
    expect(layout['n2']?.x).toBeGreaterThan((layout['new']?.x ?? 0) + 184);
  });

  it('keeps the order of a join when a node is threaded into one of its wires', () => {
    const joined = documentOf({
      nodes: { a: node, b: node, j: { kind: 'concatenate', params: {} } },
      wires: [
        { id: 'w1', from: 'a', to: 'j' },
        { id: 'w2', from: 'b', to: 'j' },
      ],
    });
    const { graph } = applyCommand(joined, { type: 'insertOnWire', wire: 'w1', id: 'c', node });
    const readers = graph.wires.filter(({ to }) => to === 'j').map(({ from }) => from);
    expect(readers).toEqual(['c', 'b']);
  });

  it('replaces, renames, sets parameters and training, and nothing beside', () => {
    const changed = applyCommands(xor, [
      { type: 'replace', id: 'n2', node: { kind: 'tanh', params: {} } },
      { type: 'rename', id: 'n1', name: 'hidden' },
      { type: 'setParams', id: 'n1', params: { units: 7 } },
      { type: 'setTraining', training: { seed: 9 } },
    ]);
    expect(changed.graph.nodes['n2']).toEqual({ kind: 'tanh', params: {} });
    expect(changed.graph.nodes['n1']).toEqual({
      kind: 'dense',
      name: 'hidden',
      params: { units: 7 },
    });
    expect(changed.graph.wires).toBe(xor.graph.wires);
    expect(changed.training).toEqual({ ...xor.training, seed: 9 });
    const unnamed = applyCommand(changed, { type: 'rename', id: 'n1', name: '' });
    expect(unnamed.graph.nodes['n1']).not.toHaveProperty('name');
  });

  it('changes nothing when what it speaks of is gone', () => {
    const stale: Command[] = [
      { type: 'remove', nodes: ['ghost'] },
      { type: 'connect', from: 'ghost', to: 'n1' },
      { type: 'disconnect', wires: ['ghost'] },
      { type: 'setParams', id: 'constructor', params: { units: 1 } },
      { type: 'insertOnWire', wire: 'ghost', id: 'new', node },
      { type: 'threadOnWire', wire: 'w1', id: 'ghost' },
      { type: 'addNode', id: 'n1', node, at: { x: 0, y: 0 } },
      { type: 'connect', from: 'n0', to: 'n1' },
    ];
    for (const command of stale) expect(applyCommand(xor, command)).toBe(xor);
  });

  it('keeps no −0, which would come back as 0', () => {
    const after = applyCommands(documentOf({ nodes: {}, wires: [] }), [
      { type: 'setTraining', training: { testShare: -0 } },
    ]);
    expect(Object.is(after.training.testShare, 0)).toBe(true);
  });

  it('never makes a document that cannot be saved and read again', () => {
    fc.assert(
      fc.property(anyGraph, fc.array(anyCommand, { maxLength: 12 }), (graph, commands) => {
        const sane = { ...graph, nodes: { ...graph.nodes } };
        const after = applyCommands(documentOf(sane), commands);
        expect(parseDocumentText(printDocument(after))).toEqual({ ok: true, value: after });
        compile(after.graph, catalogue);
      }),
      { numRuns: 300 },
    );
  });
});

const anyId = fc.constantFrom('n0', 'n1', 'n2', 'n3', 'new1', 'ghost');
const anyWire = fc.constantFrom('w0', 'w1', 'w2', 'wire1', 'wire2');
const anyNewNode = fc.constantFrom('dense', 'sigmoid', 'add').map((kind) => ({ kind, params: {} }));
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    type: fc.constant('addNode' as const),
    id: anyId,
    node: anyNewNode,
    at: fc.oneof(
      fc
        .record({ x: fc.integer(), y: fc.integer() })
        .map(({ x, y }) => ({ x: (x % 1e5) + 0, y: (y % 1e5) + 0 })),
      anyId.map((rightOf) => ({ rightOf })),
    ),
  }),
  fc.record({ type: fc.constant('remove' as const), nodes: fc.array(anyId, { maxLength: 2 }) }),
  fc.record({ type: fc.constant('connect' as const), from: anyId, to: anyId }),
  fc.record({
    type: fc.constant('disconnect' as const),
    wires: fc.array(anyWire, { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('insertOnWire' as const),
    wire: anyWire,
    id: anyId,
    node: anyNewNode,
  }),
  fc.record({ type: fc.constant('threadOnWire' as const), wire: anyWire, id: anyId }),
  fc.record({ type: fc.constant('replace' as const), id: anyId, node: anyNewNode }),
  fc.record({
    type: fc.constant('setTraining' as const),
    training: fc.record({
      seed: fc.oneof(fc.integer(), fc.constant(2 ** 31)),
      testShare: fc.double(),
    }),
  }),
  fc.record({ type: fc.constant('retitle' as const), title: fc.string({ maxLength: 500 }) }),
  fc.record({
    type: fc.constant('move' as const),
    positions: fc.dictionary(anyId, fc.record({ x: fc.integer(), y: fc.integer() })),
  }),
  fc.record({
    type: fc.constant('rename' as const),
    id: anyId,
    name: fc.string({ maxLength: 200 }),
  }),
);

it('finds the first free id', () => {
  expect(freeId(new Set(['dense1', 'dense3']), 'dense')).toBe('dense2');
});

describe('a document that is full', () => {
  const many = (nodes: number, wires: number): GraphDocument =>
    documentOf({
      nodes: Object.fromEntries(
        Array.from({ length: nodes }, (_, i) => [`n${i}`, { kind: 'dense', params: {} }]),
      ),
      wires: Array.from({ length: wires }, (_, i) => ({
        id: `w${i}`,
        from: `n${i % 100}`,
        to: `n${100 + Math.floor(i / 100)}`,
      })),
    });
  const relu = { kind: 'relu', params: {} };

  it('of wires takes no other one, however it would come', () => {
    const full = many(400, MAX_WIRES);
    const commands: Command[] = [
      { type: 'connect', from: 'n398', to: 'n399' },
      { type: 'threadOnWire', wire: 'w0', id: 'n399' },
      { type: 'insertOnWire', wire: 'w0', id: 'new', node: relu },
    ];
    for (const command of commands) expect(applyCommand(full, command)).toBe(full);
    const room = many(400, MAX_WIRES - 1);
    expect(codeOf(applyCommand(room, { type: 'connect', from: 'n398', to: 'n399' }))).toBe('ok');
  });

  it('of nodes makes no room in a row for one that does not come', () => {
    const full = many(MAX_NODES, 10);
    const insert: Command = { type: 'insertOnWire', wire: 'w0', id: 'new', node: relu };
    expect(applyCommand(full, insert)).toBe(full);
  });
});
