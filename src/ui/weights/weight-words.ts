import type { TFunction } from 'i18next';
import { placeIn, placeName } from '../../core/shape.ts';
import type { WeightSpec } from '../../core/weights.ts';

const letters: Readonly<Record<string, string>> = { kernel: 'W', bias: 'b' };

/** What a number of a weight tensor is called, counted from 1: `W[1, 2]`, `b[3]`. */
export const labelOf = ({ name, shape }: WeightSpec, index: number): string =>
  `${letters[name] ?? name}${placeName(shape, index)}`;

/** Where it stands in the layer, in words. */
export function placeWords(t: TFunction, { name, shape }: WeightSpec, index: number): string {
  const place = placeIn(shape, index).map((at) => at + 1);
  const [from = 1, to = 1] = place;
  if (shape.length === 2) return t('weights.kernel', { from, to });
  if (shape.length === 1 && name === 'bias') return t('weights.bias', { to: from });
  return t('weights.place', { place: place.join(', '), tensor: name });
}
