import type { Compilation } from '../../../compiler/compile.ts';
import { formatShape } from '../../../core/shape.ts';
import { printShape } from '../../../core/tensor/print-tensor.ts';
import type { LayerKind } from '../../../layers/define-layer.ts';

/** The shape that a node gives on, as the canvas writes it; nothing while it is unknown, or none. */
export function spokenShape(
  id: string,
  kind: LayerKind | undefined,
  { shapes }: Pick<Compilation, 'shapes'>,
): string | undefined {
  const known = shapes.get(id);
  if (!known || kind?.role === 'objective') return undefined;
  return (kind?.role === 'calculation' ? printShape : formatShape)(known.output);
}
