import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../src/document/commands.ts';
import { nodeIds } from '../../src/document/queries.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { planKind } from '../../src/ui/edit/plan-kind.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { sketch } from '../support/graphs.ts';

/** Two residual blocks in a row, twins of each other. */
const repeated: GraphDocument = {
  ...documentOf(
    sketch(
      {
        s: ['points'],
        a1: ['dense'],
        j1: ['add'],
        a2: ['dense'],
        j2: ['add'],
        l: ['loss'],
      },
      ['s>a1', 'a1>j1', 's>j1', 'j1>a2', 'a2>j2', 'j1>j2', 'j2>l'],
    ),
  ),
  blocks: {
    block1: { name: 'One', nodes: ['a1', 'j1'], collapsed: false, twins: 'twins' },
    block2: { name: 'Two', nodes: ['a2', 'j2'], collapsed: false, twins: 'twins' },
  },
};

const swap = (document: GraphDocument, node: string, kind: string) => {
  const found = catalogue.layers.get(kind);
  if (!found) throw new Error(kind);
  const place = { type: 'swap', node } as const;
  return planKind(document, nodeIds(document.graph), catalogue, found, place, { x: 0, y: 0 });
};

describe('another kind in the place of a node whose block has twins', () => {
  it('cuts the wires beyond its inputs at each twin', () => {
    const plan = swap(repeated, 'j1', 'relu');
    if (!plan.ok) throw new Error(plan.error.code);
    const { graph, blocks } = applyCommands(repeated, plan.value.commands);
    expect([graph.nodes['j1']?.kind, graph.nodes['j2']?.kind]).toEqual(['relu', 'relu']);
    expect(graph.wires.map(({ from, to }) => `${from}>${to}`)).toEqual([
      's>a1',
      'a1>j1',
      'j1>a2',
      'a2>j2',
      'j2>l',
    ]);
    expect(Object.keys(blocks ?? {})).toEqual(['block1', 'block2']);
  });

  it('is refused where one of the twins cannot have it', () => {
    // Nothing follows the last node: there alone a loss could end the network.
    const open = applyCommands(repeated, [{ type: 'remove', nodes: ['l'] }]);
    expect(swap(open, 'j2', 'loss')).toMatchObject({ ok: false, error: { code: 'loss' } });
    const parted = applyCommands(open, [{ type: 'partBlock', id: 'block1' }]);
    expect(swap(parted, 'j2', 'loss').ok).toBe(true);
  });
});
