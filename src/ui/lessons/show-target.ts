import { assertNever } from '../../core/assert-never.ts';
import { type TabName, type Target, tabs } from '../../lessons/targets.ts';
import type { ViewStore } from '../../state/view-store.ts';

const leftTabs = ['layers', 'lessons', 'data'] as const satisfies TabName[];

/** The element that a target is on the page, while it is there. */
export function findTarget({ type, id }: Target): Element | null {
  switch (type) {
    case 'node':
      return document.querySelector(`.react-flow__node[data-id="${id}"]`);
    case 'control':
      return document.querySelector(`[data-tour="${id}"]`);
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
  switch (type) {
    case 'node':
      set({ focus: { nodes: [id] } });
      return;
    case 'control':
      return;
    case 'picture':
      set({ rightTab: 'see', rightOpen: true, unfolded: [...new Set([...unfolded, id])] });
      return;
    case 'palette':
      set({ leftTab: 'layers', leftOpen: true });
      return;
    case 'tab': {
      const tab = tabs.find((name) => name === id);
      const left = leftTabs.find((name) => name === tab);
      if (left) set({ leftTab: left, leftOpen: true });
      else if (tab === 'see' || tab === 'train' || tab === 'layer') {
        set({ rightTab: tab, rightOpen: true });
      }
      return;
    }
    default:
      assertNever(type);
  }
}

/** Brings a target's element into view; the canvas moves its nodes itself. */
export function scrollToTarget(target: Target): void {
  if (target.type === 'node') return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  findTarget(target)?.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}
