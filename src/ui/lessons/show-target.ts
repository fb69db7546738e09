import { assertNever } from '../../core/assert-never.ts';
import { type TabName, type Target, tabs } from '../../lessons/targets.ts';
import type { Stores } from '../../state/stores.ts';
import type { ViewStore } from '../../state/view-store.ts';
import { shownAs } from '../canvas/nodes/folded.ts';
import { isNarrow } from '../kit/use-narrow.ts';

type Documents = Pick<Stores, 'documents'>;

const leftTabs = ['layers', 'lessons', 'data'] as const satisfies TabName[];

/**
 * The element that a target is on the page, while it is there: for a node within a collapsed block the block's
 * card, for a control behind a button that button.
 */
export function findTarget({ type, id }: Target, { documents }: Documents): Element | null {
  switch (type) {
    case 'node': {
      const shown = shownAs(documents.getState().document, id);
      return document.querySelector(`.react-flow__node[data-id="${CSS.escape(shown)}"]`);
    }
    case 'control':
      return (
        document.querySelector(`[data-tour="${id}"]`) ??
        document.querySelector(`[data-folds~="${id}"]`)
      );
    // The picture's own section: what wraps it has no box.
    case 'picture':
      return document.querySelector(`[data-picture="${id}"]`)?.firstElementChild ?? null;
    case 'tab':
      return document.querySelector(`[data-tab="${id}"]`);
    case 'palette':
      return document.querySelector(`aside button[data-kind="${id}"]`);
    default:
      return assertNever(type);
  }
}

/** Opens the panel that a target is in. A target that is on screen anyway opens nothing. */
export function openTarget({ type, id }: Target, views: ViewStore): void {
  const { set, unfolded } = views.getState();
  // A sheet would lie over the card that speaks of what is in it: its tab is chosen, the person opens it.
  const left = isNarrow() ? {} : { leftOpen: true };
  const right = isNarrow() ? {} : { rightOpen: true };
  switch (type) {
    case 'node':
      set({ focus: { nodes: [id] } });
      return;
    case 'control':
      return;
    case 'picture':
      set({ rightTab: 'see', ...right, unfolded: [...new Set([...unfolded, id])] });
      return;
    case 'palette':
      set({ leftTab: 'layers', ...left });
      return;
    case 'tab': {
      const tab = tabs.find((name) => name === id);
      const leftTab = leftTabs.find((name) => name === tab);
      if (leftTab) set({ leftTab, ...left });
      else if (tab === 'see' || tab === 'train' || tab === 'layer') {
        set({ rightTab: tab, ...right });
      }
      return;
    }
    default:
      assertNever(type);
  }
}

/** Brings a target's element into view; the canvas moves its nodes itself. */
export function scrollToTarget(target: Target, stores: Documents): void {
  if (target.type === 'node') return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  findTarget(target, stores)?.scrollIntoView({
    block: 'nearest',
    behavior: calm ? 'auto' : 'smooth',
  });
}
