import { expect, it } from 'vitest';
import { applyCommands, type Command } from '../../src/document/commands.ts';
import { fragmentOf, renewed, takenIds } from '../../src/document/fragment.ts';
import { nodeIds } from '../../src/document/queries.ts';
import { nameStep } from '../../src/document/step-name.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';

const start = documentOf(xorNetwork());
const name = (...commands: Command[]) => nameStep(commands, start, applyCommands(start, commands));
const [wire] = start.graph.wires;
const node = { kind: 'flatten', params: {} };

it('names a step by what it is about, not by what comes with it', () => {
  expect(wire).toBeDefined();
  expect(name({ type: 'insertOnWire', wire: wire?.id ?? '', id: 'flatten1', node })).toEqual({
    code: 'insert',
    node,
    count: 1,
  });
  const add: Command = { type: 'addNode', id: 'flatten1', node, at: { x: 0, y: 0 } };
  expect(name(add, { type: 'connect', from: 'n1', to: 'flatten1' })).toMatchObject({
    code: 'add',
    node,
  });
});

it('names a node that is gone as it was', () => {
  const gone = start.graph.nodes['n1'];
  expect(name({ type: 'disconnect', wires: [] }, { type: 'remove', nodes: ['n1'] })).toEqual({
    code: 'remove',
    node: gone,
    count: 1,
  });
  expect(name({ type: 'remove', nodes: ['n1', 'n2'] })).toEqual({ code: 'removeMany', count: 2 });
});

it('names a part by its layers, and by its comments where it has no layer', () => {
  const note = { text: '', x: 0, y: 0, width: 200, height: 100 };
  const document = { ...start, notes: { note1: note, note2: note } };
  const add = (ids: string[], notes: string[]): Command => ({
    type: 'addPart',
    how: 'paste',
    part: renewed(fragmentOf(document, ids, notes), takenIds(document, nodeIds(start.graph))),
  });
  expect(name(add([], ['note1', 'note2']))).toEqual({ code: 'pasteNotes', count: 2 });
  expect(name(add(['n1'], ['note1']))).toMatchObject({ code: 'paste', count: 1 });
  expect(name({ type: 'removeNotes', ids: ['note1'], how: 'cut' })).toEqual({
    code: 'cutNotes',
    count: 1,
  });
  expect(name({ type: 'removeNotes', ids: ['note1'] })).toEqual({ code: 'removeNotes', count: 1 });
});
