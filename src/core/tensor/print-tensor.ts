import type { Shape } from '../shape.ts';
import type { Dtype, Tensor } from './tensor.ts';

/** The shape of a whole tensor as the course writes it: `[]`, `[4]`, `[2,3]`. */
export const printShape = (shape: Shape): string => `[${shape.join(',')}]`;

/**
 * A value of a tensor so that its type can be seen: `3` is whole, `3.0` is not. Without `digits`, as
 * many as tell one float32 from the next.
 */
export function printValue(dtype: Dtype, value: number, digits?: number): string {
  if (dtype === 'bool') return value === 0 ? 'false' : 'true';
  if (dtype === 'int32') return minus(String(value));
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  let short = value;
  for (let figures = digits ?? 1; figures <= (digits ?? 9); figures++) {
    short = Number(value.toPrecision(figures));
    if (Math.fround(short) === value) break;
  }
  const text = String(short);
  return minus(/[.e]/.test(text) ? text : `${text}.0`);
}

/** A whole tensor in nested brackets, as `readTensor` reads it. */
export function printTensor({ dtype, shape, values }: Tensor): string {
  let at = 0;
  const print = (axis: number): string => {
    if (axis === shape.length) return printValue(dtype, values[at++] ?? 0);
    return `[${Array.from({ length: shape[axis] ?? 0 }, () => print(axis + 1)).join(', ')}]`;
  };
  return print(0);
}

const minus = (text: string): string => text.replaceAll('-', '−');
