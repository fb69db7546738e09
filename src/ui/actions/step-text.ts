import type { TFunction } from 'i18next';
import type { Catalogue } from '../../compiler/resolve.ts';
import { nameOf } from '../../compiler/resolve.ts';
import type { Words } from '../../core/words.ts';
import type { GraphNode } from '../../document/schema.ts';
import type { StepName } from '../../document/step-name.ts';

/** A step of the history in words: “insert Flatten”. */
export function stepText(
  { code, node, old, name: label, count }: StepName,
  t: TFunction,
  words: (value: Words | string) => string,
  { layers }: Pick<Catalogue, 'layers'>,
): string {
  const called = (each: GraphNode): string => {
    const kind = layers.get(each.kind);
    return words(kind ? nameOf(each, kind) : (each.name ?? each.kind));
  };
  const name = node ? called(node) : (label ?? '');
  // One that has its own name keeps it: what it is now is named by its kind.
  if (code === 'replace' && node && old) {
    const { name: _, ...plain } = node;
    return t('history.swapped', { name: called(plain), old: called(old) });
  }
  if (code === 'goBack' && label) return t('history.goBackNamed', { name: label });
  // A newer page may have kept steps of which this one knows nothing.
  return t([`history.${code}`, 'steps.unknown'], { name, count });
}
