import type { LayerKind } from '../../layers/define-layer.ts';

/** Whether a kind answers to what was typed, in either language or by another name. */
export function matches(kind: LayerKind, query: string): boolean {
  const wanted = plain(query);
  const names = [kind.kind, kind.title.en, kind.title.ko, ...kind.aliases];
  return names.some((name) => plain(name).includes(wanted));
}

/** A text as it is compared: without case, spaces and hyphens. */
export const plain = (text: string): string => text.toLowerCase().replace(/[\s-]/g, '');
