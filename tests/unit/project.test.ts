import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../src/document/commands.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { projectNodes, projectWires } from '../../src/ui/canvas/project.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';

const nothing = { nodes: [], wires: [] };
const name = (from: string, to: string) => `${from} → ${to}`;
const before = documentOf(xorNetwork());
const nodes = projectNodes(before, nothing, []);
const drawn = ({ graph, blocks }: GraphDocument) => ({ wires: graph.wires, blocks });
const wires = projectWires(drawn(before), nothing, name, []);

describe('what the canvas draws anew', () => {
  it('is the one node that was moved, and no wire', () => {
    const moved = applyCommands(before, [{ type: 'move', positions: { n2: { x: 5, y: 6 } } }]);
    const now = projectNodes(moved, nothing, nodes);
    expect(now.filter((node, i) => node !== nodes[i]).map(({ id }) => id)).toEqual(['n2']);
    expect(projectWires(drawn(moved), nothing, name, wires)).toBe(wires);
  });

  it('is nothing when a parameter is changed: cards and wires read that for themselves', () => {
    const changed = applyCommands(before, [{ type: 'setParams', id: 'n1', params: { units: 9 } }]);
    expect(projectNodes(changed, nothing, nodes)).toBe(nodes);
    expect(projectWires(drawn(changed), nothing, name, wires)).toBe(wires);
  });

  it('is what was selected and what no longer is', () => {
    const now = projectNodes(before, { nodes: ['n3'], wires: ['w1'] }, nodes);
    expect(now.filter((node, i) => node !== nodes[i]).map(({ id }) => id)).toEqual(['n3']);
    const chosen = projectWires(drawn(before), { nodes: [], wires: ['w1'] }, name, wires);
    expect(chosen.filter((wire, i) => wire !== wires[i]).map(({ id }) => id)).toEqual(['w1']);
  });
});
