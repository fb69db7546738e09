import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../src/document/commands.ts';
import {
  type Fragment,
  fragmentOf,
  parseFragmentText,
  printFragment,
} from '../../src/document/fragment.ts';
import { nodeIds } from '../../src/document/queries.ts';
import { type GraphDocument, MAX_WIRES } from '../../src/document/schema.ts';
import { planBlock } from '../../src/ui/edit/plan-block.ts';
import { documentOf } from '../support/documents.ts';
import { chain, sketch } from '../support/graphs.ts';

/** Two layers and a way around them; to the right, with the way below. */
const graph = sketch({ a: ['dense'], b: ['relu'], c: ['dense'], j: ['add'] }, [
  'a>b',
  'b>j',
  'c>j',
]);
const across: GraphDocument = {
  ...documentOf(graph),
  layout: { a: { x: 0, y: 0 }, b: { x: 264, y: 0 }, c: { x: 264, y: 150 }, j: { x: 528, y: 0 } },
};
const down: GraphDocument = {
  ...documentOf(graph),
  flow: 'down',
  layout: { a: { x: 0, y: 0 }, b: { x: 0, y: 150 }, c: { x: 264, y: 150 }, j: { x: 0, y: 300 } },
};
const kept = (document: GraphDocument): Fragment => {
  const block = {
    ...fragmentOf(document, Object.keys(graph.nodes)),
    inputs: ['a', 'c'],
    output: 'j',
  };
  const read = parseFragmentText(printFragment(block));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};

/** A network of three layers that is read in a direction. */
const network = (flow: 'right' | 'down'): GraphDocument => ({
  ...documentOf(chain(['points'], ['dense'], ['loss'])),
  ...(flow === 'down' && { flow }),
  layout: Object.fromEntries(
    ['n0', 'n1', 'n2'].map((id, i) => [
      id,
      flow === 'down' ? { x: 0, y: 150 * i } : { x: 264 * i, y: 0 },
    ]),
  ),
});

function added(into: GraphDocument, block: Fragment) {
  const plan = planBlock(into, nodeIds(into.graph), block, 'Kept', { after: 'n1' });
  if (!plan) throw new Error('no room');
  const { layout } = applyCommands(into, plan.commands);
  const [first, second, beside, join] = plan.ids.map((id) => layout[id] ?? { x: 0, y: 0 });
  if (!first || !second || !beside || !join) throw new Error('left out');
  return { layout, first, second, beside, join };
}

describe('a block that was kept', () => {
  it.each([
    ['read to the right', across],
    ['read downwards', down],
  ])('stands as the network is read: %s', (_, from) => {
    const right = added(network('right'), kept(from));
    expect([right.first, right.second, right.beside, right.join]).toEqual([
      { x: 528, y: 0 },
      { x: 792, y: 0 },
      { x: 792, y: 150 },
      { x: 1056, y: 0 },
    ]);
    expect(right.layout['n2']).toEqual({ x: 1320, y: 0 });
    const below = added(network('down'), kept(from));
    expect([below.first, below.second, below.beside, below.join]).toEqual([
      { x: 0, y: 300 },
      { x: 0, y: 450 },
      { x: 264, y: 450 },
      { x: 0, y: 600 },
    ]);
    expect(below.layout['n2']).toEqual({ x: 0, y: 750 });
  });

  it('is refused whole where there is no room for the wires that lead into it', () => {
    const start = network('right');
    const full = (free: number): GraphDocument => {
      const more = MAX_WIRES - free - start.graph.wires.length;
      const wires = Array.from({ length: more }, (_, i) => ({
        id: `more${i}`,
        from: 'n0',
        to: 'n2',
      }));
      return { ...start, graph: { ...start.graph, wires: [...start.graph.wires, ...wires] } };
    };
    const plan = (free: number) =>
      planBlock(full(free), nodeIds(start.graph), kept(across), 'Kept', { after: 'n1' });
    // Three wires of its own and two that lead into it.
    expect(plan(4)).toBeUndefined();
    expect(plan(5)).toBeDefined();
  });
});
