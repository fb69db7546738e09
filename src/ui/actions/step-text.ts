import type { TFunction } from 'i18next';
import type { Catalogue } from '../../compiler/resolve.ts';
import { nameOf } from '../../compiler/resolve.ts';
import type { Words } from '../../core/words.ts';
import type { StepName } from '../../document/step-name.ts';

/** A step of the history in words: “insert Flatten”. */
export function stepText(
  { code, node, name: called, count }: StepName,
  t: TFunction,
  words: (value: Words | string) => string,
  { layers }: Pick<Catalogue, 'layers'>,
): string {
  const kind = node && layers.get(node.kind);
  const name = node ? words(kind ? nameOf(node, kind) : (node.name ?? node.kind)) : (called ?? '');
  // A newer page may have kept steps of which this one knows nothing.
  return t([`history.${code}`, 'steps.unknown'], { name, count });
}
