import type { Compilation } from '../../../compiler/compile.ts';
import { formatShape } from '../../../core/shape.ts';
import { printShape, printValue } from '../../../core/tensor/print-tensor.ts';

/** Significant digits of a number that is written on the canvas. */
export const FIGURES = 4;

/**
 * What is written at a wire from a node: a single number as it is, the shape of any other tensor, or of what
 * flows there; nothing where that is unknown.
 */
export function wireText(
  from: string,
  { shapes, values }: Pick<Compilation, 'shapes' | 'values'>,
): string | undefined {
  const tensor = values.get(from);
  if (tensor) {
    const { dtype, shape, values: numbers } = tensor;
    return shape.length === 0 ? printValue(dtype, numbers[0] ?? 0, FIGURES) : printShape(shape);
  }
  const known = shapes.get(from);
  return known && known.output.length > 0 ? formatShape(known.output) : undefined;
}
