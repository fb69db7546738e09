import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../src/document/commands.ts';
import { emptyDocument } from '../../src/document/create.ts';
import { fragmentOf, parseFragmentText, printFragment } from '../../src/document/fragment.ts';
import { parseDocument, printDocument } from '../../src/document/parse.ts';
import { nodeIds } from '../../src/document/queries.ts';
import type { Graph, GraphDocument } from '../../src/document/schema.ts';
import { planPart } from '../../src/ui/edit/plan-part.ts';
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

  it('take no id that was ever in use', () => {
    const document = documentOf(xorNetwork());
    const used = new Set([...nodeIds(document.graph), 'n6', 'n7']);
    const { ids } = planPart(document, used, fragmentOf(document, ['n1', 'n2']), 'duplicate');
    expect(ids).toEqual(['n8', 'n9']);
  });
});

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

  it('of a part without places stands in a row', () => {
    const { layout: _, ...part } = fragmentOf(documentOf(chain(['dense'], ['relu'])), ['n0', 'n1']);
    const parsed = parseFragmentText(JSON.stringify({ ...part, layout: {} }));
    expect(parsed.ok && Object.values(parsed.value.layout).map(({ x }) => x)).toEqual([0, 264]);
  });
});
