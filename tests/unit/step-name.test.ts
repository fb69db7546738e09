import { expect, it } from 'vitest';
import { applyCommands, type Command } from '../../src/document/commands.ts';
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
