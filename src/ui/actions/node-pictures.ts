import type { Action } from './action.ts';
import { subjectOf } from './subject.ts';

/** What is drawn in the node at hand and can be walked through by key, in order. */
function picturesOf(id: string): readonly HTMLElement[] {
  const node = document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  return [...(node?.querySelectorAll<HTMLElement>('[data-inner]') ?? [])];
}

/** What is done to the pictures in the nodes. */
export const nodePictureActions: readonly Action[] = [
  {
    id: 'enterNode',
    group: 'canvas',
    title: ({ t }) => t('unitMaps.enter'),
    keys: ['u'],
    at: 'graph',
    aliases: ['units', 'weights', 'heatmap', '유닛', '가중치'],
    when: ({ stores }) => subjectOf(stores) !== undefined,
    run: ({ stores }) => {
      const pictures = picturesOf(subjectOf(stores) ?? '');
      // Again, it goes to the next picture of the node.
      const at = pictures.findIndex((each) => each.contains(document.activeElement));
      const next = pictures[(at + 1) % pictures.length];
      (next?.querySelector<HTMLElement>('button[data-reached]') ?? next)?.focus();
    },
  },
];
