import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../src/document/commands.ts';
import { emptyDocument } from '../../src/document/create.ts';
import {
  fragmentOf,
  parseFragment,
  parseFragmentText,
  printFragment,
  shifted,
} from '../../src/document/fragment.ts';
import type { Box } from '../../src/document/free-spot.ts';
import { MAX_NOTES, type Note } from '../../src/document/note-schema.ts';
import { notesOf } from '../../src/document/notes.ts';
import { parseDocument, printDocument } from '../../src/document/parse.ts';
import { nodeIds } from '../../src/document/queries.ts';
import type { Graph, GraphDocument } from '../../src/document/schema.ts';
import { planCopyAt, planPart } from '../../src/ui/edit/plan-part.ts';
import { anyGraph, likelyGraph } from '../support/arbitraries.ts';
import { documentOf } from '../support/documents.ts';
import { chain, xorNetwork } from '../support/graphs.ts';

/** A graph as it is without its ids: nodes and wires in their order, by place. */
function bare({ nodes, wires }: Graph): unknown {
  const ids = Object.keys(nodes);
  return {
    nodes: ids.map((id) => nodes[id]),
    wires: wires.map(({ from, to }) => [ids.indexOf(from), ids.indexOf(to)]),
  };
}

const kinds = fc.oneof(anyGraph, likelyGraph).filter(({ nodes }) => Object.keys(nodes).length > 0);
const documents = kinds.map((graph) => documentOf(graph));

/** A document, and some of its nodes. */
const selections = documents.chain((document) =>
  fc
    .subarray(Object.keys(document.graph.nodes), { minLength: 1 })
    .map((ids) => ({ document, ids })),
);

const paste = (into: GraphDocument, text: string, at?: { x: number; y: number }): GraphDocument => {
  const parsed = parseFragmentText(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return applyCommands(
    into,
    planPart(into, nodeIds(into.graph), parsed.value, 'paste', at).commands,
  );
};

describe('parts that are copied', () => {
  it('become the same network elsewhere, to the place of every node', () => {
    fc.assert(
      fc.property(selections, ({ document, ids }) => {
        const copied = fragmentOf(document, ids);
        const pasted = paste(emptyDocument(''), printFragment(copied));
        expect(bare(pasted.graph)).toEqual(bare(copied.graph));
        expect(Object.values(pasted.layout)).toEqual(Object.values(copied.layout));
      }),
    );
  });

  it('stand beside what is there, which stays as it is, and can be saved', () => {
    fc.assert(
      fc.property(
        selections,
        fc.option(fc.record({ x: fc.integer(), y: fc.integer() }), { nil: undefined }),
        ({ document, ids }, at) => {
          const pasted = paste(document, printFragment(fragmentOf(document, ids)), at);
          const old = Object.keys(document.graph.nodes);
          expect(Object.keys(pasted.graph.nodes).length).toBe(old.length + ids.length);
          for (const id of old) expect(pasted.graph.nodes[id]).toBe(document.graph.nodes[id]);
          expect(pasted.graph.wires.slice(0, document.graph.wires.length)).toEqual(
            document.graph.wires,
          );
          expect(parseDocument(JSON.parse(printDocument(pasted)))).toMatchObject({ ok: true });
          const places = Object.values(pasted.layout).map(({ x, y }) => `${x} ${y}`);
          if (!at) expect(new Set(places).size).toBe(places.length);
        },
      ),
    );
  });

  it('lie on nothing when all is copied and pasted again and again, under the pointer or not', () => {
    const document = { ...documentOf(xorNetwork()), notes: { note1: { ...remark, x: 0, y: 400 } } };
    const all = printFragment(fragmentOf(document, Object.keys(document.graph.nodes), ['note1']));
    for (const at of [undefined, { x: 100, y: 50 }]) {
      const pasted = [1, 2, 3].reduce((now) => paste(now, all, at), document as GraphDocument);
      const boxes = [
        ...Object.values(pasted.layout).map((place) => ({ ...place, width: 194, height: 76 })),
        ...Object.values(notesOf(pasted)),
      ];
      const layers = Object.keys(document.graph.nodes).length;
      expect(boxes.length).toBe(4 * (layers + 1));
      for (const fresh of boxes.slice(layers, 4 * layers)) {
        for (const other of boxes) if (other !== fresh) expect(cover(fresh, other)).toBe(false);
      }
    }
  });

  it('keep clear of what is drawn larger than it is known to be', () => {
    const document = documentOf(xorNetwork());
    const drawn = Object.entries(document.layout).map(([id, place]) => ({
      id,
      ...place,
      width: 194,
      height: 400,
    }));
    const fragment = fragmentOf(document, ['n1']);
    const used = nodeIds(document.graph);
    const { ids, commands } = planPart(document, used, fragment, 'duplicate', undefined, drawn);
    const copy = applyCommands(document, commands).layout[ids[0] ?? ''];
    expect(copy).toBeDefined();
    for (const box of drawn) expect(copy && cover({ ...box, ...copy }, box)).toBe(false);
  });

  it('take no id that was ever in use', () => {
    const document = documentOf(xorNetwork());
    const used = new Set([...nodeIds(document.graph), 'n6', 'n7']);
    const { ids } = planPart(document, used, fragmentOf(document, ['n1', 'n2']), 'duplicate');
    expect(ids).toEqual(['n8', 'n9']);
  });
});

const anyNote: fc.Arbitrary<Note> = fc.record({
  text: fc.string({ maxLength: 20 }),
  x: fc.integer({ min: -900, max: 900 }),
  y: fc.integer({ min: -900, max: 900 }),
  width: fc.integer({ min: 120, max: 600 }),
  height: fc.integer({ min: 56, max: 600 }),
});

/** A document with comments, and some of its nodes and comments. */
const commented = fc
  .record({
    document: documents,
    notes: fc.dictionary(fc.constantFrom('note1', 'note2', 'note7', 'remark', 'n0'), anyNote, {
      minKeys: 1,
      maxKeys: 4,
    }),
  })
  .map(({ document, notes }): GraphDocument => ({ ...document, notes }))
  .chain((document) =>
    fc.record({
      document: fc.constant(document),
      ids: fc.subarray(Object.keys(document.graph.nodes)),
      noteIds: fc.subarray(Object.keys(notesOf(document)), { minLength: 1 }),
    }),
  );

const cover = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('comments that are selected', () => {
  it('go along through text, with ids of their own, beside the layers that they belong to', () => {
    fc.assert(
      fc.property(
        commented,
        fc.option(
          fc.record({
            x: fc.integer({ min: -5000, max: 5000 }),
            y: fc.integer({ min: -5000, max: 5000 }),
          }),
          { nil: undefined },
        ),
        ({ document, ids, noteIds }, at) => {
          const copied = fragmentOf(document, ids, noteIds);
          const pasted = paste(document, printFragment(copied), at);
          const old = notesOf(document);
          for (const id of Object.keys(old)) expect(pasted.notes?.[id]).toBe(old[id]);
          const fresh = Object.entries(notesOf(pasted)).filter(([id]) => !Object.hasOwn(old, id));
          expect(fresh.map(([, { text }]) => text)).toEqual(
            Object.values(copied.notes ?? {}).map(({ text }) => text),
          );
          // All of it is moved as one.
          const [first] = Object.values(copied.notes ?? {});
          const by = {
            x: (fresh[0]?.[1].x ?? 0) - (first?.x ?? 0),
            y: (fresh[0]?.[1].y ?? 0) - (first?.y ?? 0),
          };
          const moved = shifted(copied, by);
          expect(fresh.map(([, note]) => note)).toEqual(Object.values(moved.notes ?? {}));
          const nodes = Object.keys(pasted.graph.nodes).slice(
            Object.keys(document.graph.nodes).length,
          );
          expect(nodes.map((id) => pasted.layout[id])).toEqual(Object.values(moved.layout));
          expect(parseDocument(JSON.parse(printDocument(pasted)))).toMatchObject({ ok: true });
          if (ids.length === 0) expect(pasted.graph).toBe(document.graph);
          if (at) return;
          for (const [, note] of fresh) {
            for (const other of Object.values(old)) expect(cover(note, other)).toBe(false);
          }
        },
      ),
    );
  });

  it('are copied to where they were carried', () => {
    const document = { ...documentOf(xorNetwork()), notes: { note1: remark } };
    const fragment = fragmentOf(document, ['n1'], ['note1']);
    const to = { x: 40, y: -80 };
    const { ids, notes, commands } = planCopyAt(
      document,
      nodeIds(document.graph),
      fragment,
      { n1: { x: 5, y: 6 } },
      { note1: to },
    );
    const after = applyCommands(document, commands);
    expect(ids.map((id) => after.layout[id])).toEqual([{ x: 5, y: 6 }]);
    expect(notes).toEqual(['note2']);
    expect(after.notes).toEqual({ note1: remark, note2: { ...remark, ...to } });
  });

  it('come with a whole network that is pasted', () => {
    const whole = { ...documentOf(xorNetwork()), notes: { note1: remark } };
    const into = { ...emptyDocument(''), notes: { note1: { ...remark, text: 'mine' } } };
    const texts = Object.values(notesOf(paste(into, printDocument(whole)))).map(({ text }) => text);
    expect(texts).toEqual(['mine', remark.text]);
  });

  it('are not added where there is no room for all of them', () => {
    const full = Object.fromEntries(
      Array.from({ length: MAX_NOTES }, (_, i) => [`note${i}`, remark]),
    );
    const document = { ...documentOf(xorNetwork()), notes: full };
    expect(paste(document, printFragment(fragmentOf(document, ['n1'], ['note1'])))).toBe(document);
  });

  it('are read only where they could be saved; a part from before there were comments is read', () => {
    const document = { ...documentOf(xorNetwork()), notes: { note1: remark } };
    const { notes: _, ...old } = fragmentOf(document, ['n1'], ['note1']);
    const withNotes = (notes: unknown) => parseFragmentText(JSON.stringify({ ...old, notes }));
    expect(parseFragmentText(JSON.stringify(old))).toMatchObject({ ok: true });
    expect(withNotes({ note1: remark })).toMatchObject({ ok: true });
    const hostile = [
      { '<b>': remark },
      { note1: { ...remark, x: 1e99 } },
      { note1: { ...remark, width: 1e9 } },
      { note1: { ...remark, text: 7 } },
      { note1: { ...remark, text: 'x'.repeat(1e5) } },
      { note1: { ...remark, colour: 'red;position:fixed' } },
      { note1: null },
      Object.fromEntries(Array.from({ length: MAX_NOTES + 1 }, (_, i) => [`n${i}`, remark])),
      'note',
    ];
    for (const notes of hostile) expect(withNotes(notes)).toMatchObject({ ok: false });
    const proto = JSON.stringify({ ...old, notes: { note1: remark } });
    expect(parseFragmentText(proto.replace('"note1"', '"__proto__"'))).toMatchObject({ ok: false });
  });
});

const remark: Note = { text: 'Here it bends.', x: 10, y: 20, width: 220, height: 90 };

describe('text that is pasted', () => {
  it('may be a whole network', () => {
    const whole = documentOf(xorNetwork());
    expect(bare(paste(emptyDocument(''), printDocument(whole)).graph)).toEqual(bare(whole.graph));
  });

  it('may be anything, and then gives a reason', () => {
    const part = printFragment(fragmentOf(documentOf(chain(['dense'], ['relu'])), ['n0', 'n1']));
    const hostile = [
      part.slice(0, -40),
      part.replace('"version": 2', '"version": 3'),
      part.replace('"from": "n0"', '"from": "n9"'),
      part.replace('"kind": "dense"', '"kind": 7'),
      part.replace('"n0": {', '"__proto__": {'),
      part.replace('"n0": {', '"<b>": {'),
      part.replace('"x": 0', '"x": 1e99'),
      '['.repeat(1e5),
      '{"format":"netwright-fragment","version":2,"graph":null,"layout":{}}',
    ];
    for (const text of hostile) expect(parseFragmentText(text)).toMatchObject({ ok: false });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseFragmentText(text)),
    );
  });

  it('of an older format is brought to the present one, as a whole network is', () => {
    const old = JSON.parse(readFileSync('tests/fixtures/format-1.json', 'utf8'));
    const whole = parseFragment(old);
    const part = parseFragment({ ...old, format: 'netwright-fragment' });
    if (!whole.ok || !part.ok) throw new Error('not read');
    expect(part.value.graph).toEqual(whole.value.graph);
    expect(part.value.layout).toEqual(whole.value.layout);
    for (const version of [0, 1.5, '2', undefined]) {
      const wrong = parseFragment({ ...part.value, version });
      expect(wrong).toMatchObject({ ok: false, error: { code: 'invalid', path: 'version' } });
    }
  });

  it('of a part without places stands in a row', () => {
    const { layout: _, ...part } = fragmentOf(documentOf(chain(['dense'], ['relu'])), ['n0', 'n1']);
    const parsed = parseFragmentText(JSON.stringify({ ...part, layout: {} }));
    expect(parsed.ok && Object.values(parsed.value.layout).map(({ x }) => x)).toEqual([0, 264]);
  });
});
