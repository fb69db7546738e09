import { MAX_TENSOR_RANK } from '../../core/tensor/tensor.ts';
import { choice, count } from '../params.ts';

/** One axis, counted from the outside in; −1 is the innermost. */
export const axisParam = (initial: number, extra: Parameters<typeof count>[3] = {}) =>
  count(
    initial,
    { min: -MAX_TENSOR_RANK, max: MAX_TENSOR_RANK - 1 },
    { en: 'Axis', ko: '축' },
    extra,
  );

/** One axis, or all of them. */
export const overParams = (initial: 'all' | 'axis') => ({
  over: choice(
    initial,
    { all: { en: 'all axes', ko: '모든 축' }, axis: { en: 'one axis', ko: '축 하나' } },
    { en: 'Over', ko: '범위' },
  ),
  axis: axisParam(0, { when: (params) => params['over'] !== 'all' }),
});

interface Over {
  readonly over: 'all' | 'axis';
  readonly axis: number;
}

/** The chosen axis; nothing for all of them. */
export const overOf = ({ over, axis }: Over): number | undefined =>
  over === 'all' ? undefined : axis;

/** The chosen axis in the corner of a node. */
export const axisFace = (axis: number | undefined) => {
  const text = String(axis).replace('-', '−');
  return axis === undefined ? undefined : { en: `axis ${text}`, ko: `축 ${text}` };
};
