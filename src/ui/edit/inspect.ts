import type { Stores } from '../../state/stores.ts';
import { typeSoon } from '../kit/type-soon.ts';

/** Opens the inspector at a node, the cursor in its first parameter, or in its name where there is none or that is wanted. */
export function inspectNode(
  { views }: Pick<Stores, 'views'>,
  id: string,
  wanted: 'parameters' | 'name',
): void {
  const { select, set } = views.getState();
  select([id]);
  set({ rightTab: 'layer', rightOpen: true });
  typeSoon(() => fieldOf(id, wanted));
}

/** Puts the cursor into the name of a block whose nodes are selected, so that another can be typed. */
export function nameBlock({ views }: Pick<Stores, 'views'>, id: string): void {
  views.getState().set({ rightTab: 'layer', rightOpen: true });
  typeSoon(() => document.querySelector<HTMLElement>(`[data-name-of="${CSS.escape(id)}"]`));
}

/** The field of the inspector in which a node is edited, once it is on screen. */
export function fieldOf(id: string, wanted: 'parameters' | 'name'): HTMLElement | null {
  const place = `[data-inspector="${CSS.escape(id)}"]`;
  const [name = null, first = name] = document.querySelectorAll<HTMLElement>(
    ['input', 'select', 'textarea', '[role="switch"]']
      .map((field) => `${place} ${field}:not(:disabled)`)
      .join(),
  );
  return wanted === 'name' ? name : first;
}
