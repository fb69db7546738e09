import type { LayerKind } from '../../layers/define-layer.ts';
import { rank } from '../commands/rank.ts';

/**
 * The kinds that answer to what was typed, in either language or by another name; best first, and those
 * that answer alike in their own order.
 */
export function search(kinds: Iterable<LayerKind>, query: string): readonly LayerKind[] {
  return [...kinds]
    .flatMap((kind) => {
      const names = [kind.kind, kind.title.en, kind.title.ko];
      const found = rank(names, query, kind.aliases);
      return found === undefined ? [] : [{ kind, found }];
    })
    .sort((a, b) => a.found - b.found)
    .map(({ kind }) => kind);
}
