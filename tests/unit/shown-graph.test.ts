import { expect, it } from 'vitest';
import { applyCommands } from '../../src/document/commands.ts';
import { graphOf } from '../../src/ui/arrange/shown-graph.ts';
import { documentOf } from '../support/documents.ts';
import { chain } from '../support/graphs.ts';

it('a collapsed block is laid out as one node, wired as what is in it is', () => {
  const whole = documentOf(chain(['points'], ['dense'], ['relu'], ['dense'], ['loss']));
  const ids = Object.keys(whole.graph.nodes);
  const [first = '', , , , last = ''] = ids;
  const folded = applyCommands(whole, [
    { type: 'group', id: 'b', name: 'inner', nodes: ids.slice(1, 4) },
    { type: 'foldBlocks', ids: ['b'], collapsed: true },
  ]);
  const graph = graphOf(folded, [{ id: first }, { id: 'block:b' }, { id: last }]);
  expect(Object.keys(graph.nodes)).toEqual([first, 'block:b', last]);
  expect(graph.wires.map(({ from, to }) => [from, to])).toEqual([
    [first, 'block:b'],
    ['block:b', last],
  ]);
});
