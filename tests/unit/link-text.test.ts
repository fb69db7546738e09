import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { deflateSync, strToU8, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packDocument } from '../../src/document/link-form.ts';
import { parseLink, printLink } from '../../src/document/link-text.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { anyGraph, likelyGraph } from '../support/arbitraries.ts';
import { documentOf } from '../support/documents.ts';
import { readPreset } from '../support/presets.ts';

/** As a file would give it back. */
const saved = (document: GraphDocument): unknown => JSON.parse(JSON.stringify(document));

/** A link around any text, checked as ours are. */
function linkOf(text: string): string {
  const body = Buffer.from(deflateSync(strToU8(text))).toString('base64url');
  return withCheck(body);
}

function withCheck(body: string): string {
  let hash = 0x811c9dc5;
  for (const letter of body) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  const bytes = Uint8Array.of(hash >>> 24, hash >>> 16, hash >>> 8);
  return `1${Buffer.from(bytes).toString('base64url')}${body}`;
}

const codeOf = (text: string): string => {
  const read = parseLink(text);
  return read.ok ? 'ok' : read.error.code;
};

/** A file refuses such a key, too. */
const anyJson = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__'));

const anyColour = fc.constantFrom('blue', 'amber', 'of-tomorrow');
const anyNote = fc.record(
  {
    text: fc.string({ unit: 'grapheme', maxLength: 200 }),
    x: fc.integer({ min: -1e6, max: 1e6 }),
    y: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    width: fc.integer({ min: 120, max: 2400 }),
    height: fc.integer({ min: 56, max: 2400 }),
    colour: anyColour,
  },
  { requiredKeys: ['text', 'x', 'y', 'width', 'height'] },
);
/** What a document may hold beside its network; blocks and marks are laid on its nodes. */
const anyParts = fc.record({
  notes: fc.option(
    fc.dictionary(fc.stringMatching(/^note[a-zA-Z0-9_-]{0,5}$/), anyNote, { maxKeys: 6 }),
  ),
  flow: fc.constantFrom(undefined, 'right' as const, 'down' as const),
  blocks: fc.array(
    fc.record({
      name: fc.string({ unit: 'grapheme', maxLength: 30 }),
      size: fc.integer({ min: 1, max: 4 }),
      collapsed: fc.boolean(),
      twins: fc.constantFrom(undefined, 'twin1'),
    }),
    { maxLength: 4 },
  ),
  foreign: fc.option(
    fc.record(
      {
        layer: fc.string({ maxLength: 60 }),
        reason: fc.constantFrom('kind' as const, 'option' as const, 'shared' as const),
        option: fc.string({ maxLength: 60 }),
        value: fc.string({ maxLength: 60 }),
      },
      { requiredKeys: ['layer', 'reason'] },
    ),
  ),
});

type Parts = typeof anyParts extends fc.Arbitrary<infer T> ? T : never;

function withParts(document: GraphDocument, parts: Parts): GraphDocument {
  const { notes, flow, blocks, foreign } = parts;
  const { nodes } = document.graph;
  const free = Object.keys(nodes);
  const marked = foreign && free[0] !== undefined ? free[0] : undefined;
  const size = blocks[0]?.size ?? 1;
  const laid = blocks.flatMap(({ name, collapsed, twins, size: own }, i) => {
    // Twins have as many nodes.
    const members = free.splice(0, twins ? size : own);
    const whole = members.length === (twins ? size : own);
    return whole ? [[`b${i}`, { name, nodes: members, collapsed, ...(twins && { twins }) }]] : [];
  });
  return {
    ...document,
    ...(notes && { notes }),
    ...(flow && { flow }),
    ...(laid.length > 0 && { blocks: Object.fromEntries(laid) }),
    graph:
      marked === undefined || !foreign
        ? document.graph
        : {
            ...document.graph,
            nodes: Object.fromEntries(
              Object.entries(nodes).map(([id, node]) => [
                id,
                id === marked ? { ...node, kind: 'of another program', foreign } : node,
              ]),
            ),
          },
  };
}

const anyDocument = fc
  .record({
    graph: fc.oneof(anyGraph, likelyGraph),
    title: fc.oneof(
      fc.string({ maxLength: 60, unit: 'grapheme' }),
      fc.record({ en: fc.string({ maxLength: 40 }), ko: fc.string({ maxLength: 40 }) }),
    ),
    places: fc.array(
      fc.tuple(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: -1e6, max: 1e6 }),
      ),
    ),
    stem: fc.constantFrom('w', 'wire', 'edge-7-', 'x0'),
    extra: fc.dictionary(
      fc.string({ minLength: 1, maxLength: 8 }).map((key) => `x${key}`),
      anyJson,
    ),
    seed: fc.integer({ min: 0, max: 99 }),
  })
  .map(({ graph, title, places, stem, extra, seed }): GraphDocument => {
    const document = documentOf(graph, { seed, batchSize: seed > 50 ? 'full' : 10 });
    const layout = Object.fromEntries(
      Object.keys(graph.nodes).flatMap((id, i) => {
        const at = places[i];
        return at ? [[id, { x: at[0], y: at[1] }]] : [];
      }),
    );
    const wires = graph.wires.map((wire, i) => ({ ...wire, id: `${stem}${i}` }));
    return {
      ...document,
      ...extra,
      graph: { ...graph, wires },
      layout,
      meta: { title, ...extra, kept: seed },
    };
  });

describe('a link', () => {
  it('takes comments, blocks, the direction and what other programs had along', () => {
    const seen = { notes: 0, blocks: 0, flow: 0, foreign: 0 };
    fc.assert(
      fc.property(anyDocument, anyParts, (plain, parts) => {
        const document = withParts(plain, parts);
        const read = parseLink(printLink({ document }));
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(saved(read.value.document)).toEqual(saved(document));
        seen.notes += Number(Object.keys(document.notes ?? {}).length > 0);
        seen.blocks += Number(document.blocks !== undefined);
        seen.flow += Number(document.flow === 'down');
        seen.foreign += Number(Object.values(document.graph.nodes).some((node) => node.foreign));
      }),
      { numRuns: 300 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });

  it('gives back every document whole', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const read = parseLink(printLink({ document }));
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(saved(read.value.document)).toEqual(saved(document));
        expect(Object.keys(read.value.document.graph.nodes)).toEqual(
          Object.keys(document.graph.nodes),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('gives back weights to the last bit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { maxLength: 60 }),
        fc.nat(),
        (numbers, step) => {
          const weights = Float32Array.from(numbers);
          const run = { step, epoch: 3, weights };
          const read = parseLink(
            printLink({ document: documentOf({ nodes: {}, wires: [] }), run }),
          );
          expect(read).toMatchObject({ ok: true, value: { run } });
        },
      ),
    );
  });

  it('holds every lesson, and lab-11-2 in a thousand characters', () => {
    const text = printLink({ document: readPreset('lab-11-2') });
    expect(text.length).toBeLessThan(1000);
    expect(text).toMatch(/^[\w-]+$/);
  });

  it('is refused, and nothing thrown, wherever it is cut off or changed', () => {
    const text = printLink({ document: readPreset('lab-09-2') });
    for (let length = 0; length < text.length; length++) {
      expect(codeOf(text.slice(0, length))).not.toBe('ok');
    }
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('A', 'z', '-', '%', ' ', '<'),
        (at, letter) => {
          fc.pre(text[at] !== letter);
          expect(codeOf(text.slice(0, at) + letter + text.slice(at + 1))).not.toBe('ok');
        },
      ),
    );
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseLink(text)));
    fc.assert(fc.property(fc.base64String(), (text) => void parseLink(withCheck(text))));
    fc.assert(fc.property(fc.json(), (text) => void parseLink(linkOf(text))));
  });

  it('does not unpack a bomb', () => {
    const bomb = deflateSync(new Uint8Array(24_000_000), { level: 9 });
    const started = performance.now();
    expect(codeOf(withCheck(Buffer.from(bomb).toString('base64url')))).toBe('link-too-large');
    expect(performance.now() - started).toBeLessThan(1000);
    expect(codeOf('1'.repeat(500_000))).toBe('link-too-large');
  });

  it('trusts neither keys nor depth nor types nor places that are not there', () => {
    const form = packDocument(readPreset('lab-09-2'));
    const broken = (change: object): string =>
      codeOf(linkOf(JSON.stringify({ ...form, ...change })));
    expect(broken({})).toBe('ok');
    expect(
      codeOf(linkOf(JSON.stringify(form).replace('"t":', '"__proto__":{"polluted":1},"t":'))),
    ).toBe('invalid');
    expect(broken({ n: [['__proto__', 'dense', {}]], w: [], p: [0, 0] })).toBe('link-damaged');
    expect(broken({ n: [['constructor', 'dense', {}]], w: [], p: [0, 0] })).toBe('ok');
    expect(
      broken({
        n: [
          ['a', 'dense', {}],
          ['a', 'dense', {}],
        ],
        w: [],
        p: [],
      }),
    ).toBe('link-damaged');
    expect(broken({ d: { constructor: { prototype: { polluted: 1 } } } })).toBe('ok');
    expect(broken({ w: [[0, 99]] })).toBe('invalid');
    expect(broken({ w: [[0, -1]] })).toBe('link-damaged');
    expect(broken({ n: 'all of them' })).toBe('link-damaged');
    expect(broken({ p: [1e9, 0] })).toBe('invalid');
    expect(broken({ t: 7 })).toBe('invalid');
    expect(broken({ v: 99 })).toBe('newer-version');
    expect(codeOf(linkOf('['.repeat(5000) + ']'.repeat(5000)))).toBe('invalid');
    expect(codeOf(linkOf('not JSON'))).toBe('link-damaged');
    expect(codeOf('2AAAAanything')).toBe('link-newer');
    expect(codeOf(withCheck(Buffer.from(zlibSync(strToU8('{}'))).toString('base64url')))).toBe(
      'link-damaged',
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('refuses weights that are no numbers', () => {
    const document = readPreset('lab-09-2');
    const run = { step: 1, epoch: 1, weights: Float32Array.of(1, Number.NaN) };
    expect(codeOf(printLink({ document, run }))).toBe('link-damaged');
  });
});

it('reads links that are out there already, as it did when they were made', () => {
  const read = parseLink(readFileSync('tests/fixtures/link-1.txt', 'utf8').trim());
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { graph, layout, meta } = read.value.document;
  expect(Object.values(graph.nodes).map(({ kind }) => kind)).toEqual([
    'points',
    'dense',
    'sigmoid',
    'loss',
  ]);
  expect(graph.wires).toHaveLength(3);
  expect(Object.keys(layout)).toHaveLength(4);
  expect(meta.lesson?.id).toBe('lab-09-1');
});
