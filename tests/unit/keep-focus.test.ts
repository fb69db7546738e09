import { describe, expect, it } from 'vitest';
import { applyCommands, type Command } from '../../src/document/commands.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { stopsOf } from '../../src/ui/actions/go-to.ts';
import { heirOf } from '../../src/ui/actions/keep-focus.ts';
import { shownAmong } from '../../src/ui/canvas/nodes/folded.ts';
import { linesOf, outlineOf } from '../../src/ui/outline/outline-order.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';

const note = { text: 'why', x: 0, y: 0, width: 220, height: 96 };
const start = applyCommands(documentOf(xorNetwork()), [
  { type: 'group', id: 'b', name: 'Hidden', nodes: ['n2', 'n3'] },
  { type: 'addNote', id: 'note1', note },
]);
const folded = applyCommands(start, [{ type: 'foldBlocks', ids: ['b'], collapsed: true }]);

const lines = (document: GraphDocument) => linesOf(outlineOf(document));
/** What gets the focus after commands, on the canvas or in the list of nodes. */
function heir(here: string, before: GraphDocument, commands: readonly Command[], places = stopsOf) {
  const after = applyCommands(before, commands);
  return heirOf(here, { before, after, order: places(before), left: places(after) });
}
const remove = (...nodes: string[]): Command[] => [{ type: 'remove', nodes }];

describe('what gets the focus', () => {
  it('is what it is at, where that stays', () => {
    expect(heir('n3', start, remove('n4'))).toBe('n3');
  });

  it('is the neighbour of what is gone', () => {
    expect(heir('n4', start, remove('n4'))).toBe('n3');
    expect(heir('n4', start, remove('n3', 'n4'))).toBe('n2');
    expect(heir('n0', start, remove('n0'))).toBe('n1');
    expect(heir('note:note1', start, [{ type: 'removeNotes', ids: ['note1'] }])).toBe('n5');
  });

  it('is the line above in the list of nodes, whose blocks are lines, too', () => {
    expect(heir('n2', start, remove('n2'), lines)).toBe('block:b');
    expect(heir('n4', folded, remove('n4'), lines)).toBe('block:b');
    expect(heir('block:b', folded, remove('n2', 'n3'), lines)).toBe('n1');
  });

  it('is the card that a node went into, and a node that came out of it', () => {
    const fold = (collapsed: boolean): Command[] => [{ type: 'foldBlocks', ids: ['b'], collapsed }];
    expect(heir('n3', start, fold(true))).toBe('block:b');
    expect(heir('block:b', start, fold(true))).toBe('block:b');
    expect(heir('block:b', folded, fold(false))).toBe('n2');
    expect(heir('block:b', folded, [{ type: 'ungroup', ids: ['b'] }], lines)).toBe('n2');
  });

  it('is beside an open block that is taken away by its panel', () => {
    expect(heir('block:b', start, remove('n2', 'n3'))).toBe('n1');
  });

  it('is nothing where nothing is left', () => {
    const all = Object.keys(start.graph.nodes);
    const bare = applyCommands(start, [{ type: 'removeNotes', ids: ['note1'] }]);
    expect(heir('n1', bare, remove(...all))).toBeUndefined();
  });
});

describe('how many things are selected', () => {
  it('counts a collapsed block as the one that is seen', () => {
    expect(shownAmong(start, ['n2', 'n3']).size).toBe(2);
    expect(shownAmong(folded, ['n2', 'n3']).size).toBe(1);
    expect(shownAmong(folded, ['n1', 'n2', 'n3']).size).toBe(2);
  });
});
