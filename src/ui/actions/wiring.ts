import { reveal } from '../canvas/viewport/reveal.ts';
import { inSight } from '../menus/in-sight.ts';
import type { Action } from './action.ts';
import { openKinds } from './open-commands.ts';
import { subjectOf } from './subject.ts';

/** How far below a node's top its list opens, in pixels of the canvas. */
const BELOW = 54;

/** What changes what a layer is, among its wires. */
export const wiringActions: readonly Action[] = [
  {
    id: 'swap',
    group: 'edit',
    title: ({ t }) => t('wiring.swap'),
    keys: ['e'],
    at: 'graph',
    aliases: ['replace', 'exchange', 'change kind', '교체', '바꾸기'],
    menus: ['node'],
    edits: true,
    when: ({ stores }) => subjectOf(stores) !== undefined,
    run: ({ stores, flow }) => {
      const node = subjectOf(stores);
      const at = node && flow.getInternalNode(node)?.internals.positionAbsolute;
      if (!node || !at) return;
      const toScreen = reveal(flow, stores.documents.getState().document, [node]);
      const { x, y } = inSight(toScreen({ x: at.x, y: at.y + BELOW }));
      openKinds(stores, { place: { type: 'swap', node }, x, y });
    },
  },
];
