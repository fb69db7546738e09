import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { applyCommands, type Command } from '../../src/document/commands.ts';
import { parseDocument, printDocument } from '../../src/document/parse.ts';
import { nodeIds } from '../../src/document/queries.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { countWeights } from '../../src/ui/canvas/nodes/arithmetic.ts';
import { planRepeat } from '../../src/ui/edit/plan-repeat.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { chain, type Sketch, sketch } from '../support/graphs.ts';

const repeat = (document: GraphDocument, times: number) =>
  planRepeat(document, nodeIds(document.graph), catalogue, 'block1', times, String);

function repeated(document: GraphDocument, times: number): GraphDocument {
  const plan = repeat(document, times);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return applyCommands(document, plan.value);
}

function weightsOf({ graph }: GraphDocument): number {
  const { shapes, problems } = compile(graph, catalogue);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return [...shapes.values()].reduce((sum, { weights }) => sum + countWeights(weights), 0);
}

const group = (...nodes: string[]): Command => ({
  type: 'group',
  id: 'block1',
  name: 'B',
  nodes,
});

/** A network with a block of two to five layers in its middle that keeps the width. */
const blocks = fc
  .record({
    width: fc.integer({ min: 1, max: 6 }),
    kinds: fc.array(fc.constantFrom('dense', 'relu', 'tanh', 'batchNormalisation'), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ width, kinds }) => {
    const layer = (kind: string): Sketch => (kind === 'dense' ? [kind, { units: width }] : [kind]);
    const graph = chain(
      ['points'],
      ['dense', { units: width }],
      ...kinds.map(layer),
      ['dense', { units: width }],
      ['dense', { units: 1 }],
      ['sigmoid'],
      ['loss'],
    );
    const members = Array.from({ length: kinds.length + 1 }, (_, i) => `n${i + 2}`);
    return { document: applyCommands(documentOf(graph), [group(...members)]), members };
  });

describe('a block that is repeated', () => {
  it('n times has n times its parameters, in series, and can be saved', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 2, max: 6 }), ({ document, members }, times) => {
        const { shapes } = compile(document.graph, catalogue);
        const own = members.reduce(
          (sum, id) => sum + countWeights(shapes.get(id)?.weights ?? []),
          0,
        );
        const after = repeated(document, times);
        expect(weightsOf(after)).toBe(weightsOf(document) + (times - 1) * own);
        expect(Object.keys(after.blocks ?? {}).length).toBe(times);
        expect(parseDocument(JSON.parse(printDocument(after)))).toMatchObject({ ok: true });
      }),
      { numRuns: 40 },
    );
  });

  it('is changed with its twins, until it is made independent', () => {
    const graph = chain(['points'], ['dense', { units: 4 }], ['dense', { units: 4 }], ['loss']);
    const three = repeated(applyCommands(documentOf(graph), [group('n2')]), 3);
    const params = { units: 4, useBias: false };
    const change: Command = { type: 'setParams', id: 'n2', params };
    const after = applyCommands(three, [change]);
    const twins = Object.values(after.blocks ?? {}).flatMap(({ nodes }) => nodes);
    expect(twins.length).toBe(3);
    for (const id of twins) expect(after.graph.nodes[id]?.params).toEqual(params);

    const apart = applyCommands(three, [{ type: 'partBlock', id: 'block1' }, change]);
    expect(twins.filter((id) => apart.graph.nodes[id]?.params['useBias'] === false)).toEqual([
      'n2',
    ]);
  });

  it('keeps both ways round a layer, and the place of its output in a join', () => {
    const graph = sketch(
      {
        data: ['points'],
        a: ['dense', { units: 2 }],
        b: ['dense', { units: 2 }],
        sum: ['add'],
        end: ['concatenate'],
        loss: ['loss'],
      },
      ['data>a', 'a>b', 'a>sum', 'b>sum', 'sum>end', 'data>end', 'end>loss'],
    );
    const after = repeated(applyCommands(documentOf(graph), [group('b', 'sum')]), 2);
    const [, copy] = Object.values(after.blocks ?? {});
    const [b = '', sum = ''] = copy?.nodes ?? [];
    const into = (id: string) =>
      after.graph.wires.filter(({ to }) => to === id).map(({ from }) => from);
    expect(into(b)).toEqual(['sum']);
    expect(into(sum)).toEqual(['sum', b]);
    expect(into('end')).toEqual([sum, 'data']);
  });

  it('is refused with a reason where it has two ways in or out, or does not fit', () => {
    const graph = sketch(
      {
        data: ['points'],
        a: ['dense', { units: 2 }],
        b: ['dense', { units: 3 }],
        join: ['add'],
        c: ['dense', { units: 2 }],
        loss: ['loss'],
      },
      ['data>a', 'data>b', 'a>join', 'c>join', 'b>c', 'join>loss'],
    );
    const of = (...nodes: string[]) =>
      repeat(applyCommands(documentOf(graph), [group(...nodes)]), 2);
    expect(of('join')).toMatchObject({ ok: false, error: { code: 'in', count: 2 } });
    expect(of('a', 'b')).toMatchObject({ ok: false, error: { code: 'out', count: 2 } });
    const flat = chain(
      ['images', { dataset: 'shapes' }],
      ['conv2d'],
      ['flatten'],
      ['dense'],
      ['loss'],
    );
    const twice = repeat(applyCommands(documentOf(flat), [group('n1', 'n2')]), 2);
    expect(twice).toMatchObject({ ok: false, error: { code: 'fit' } });
  });
});
