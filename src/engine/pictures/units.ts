import type { Network } from '../../compiler/ir.ts';
import { boundsOf } from '../../core/bounds.ts';

/** Units by layer, for layers that give a row; the source is one of them. */
export const rowWidths = (network: Network): ReadonlyMap<string, number> =>
  new Map(
    [
      [network.source.id, network.source.spec.input] as const,
      ...network.nodes.map(({ id, outputShape }) => [id, outputShape] as const),
    ].flatMap(([id, shape]) => (shape.length === 1 ? [[id, shape[0] ?? 0] as const] : [])),
  );

/** One unit's column of [rows, width]. */
export function unitOf(values: Float32Array, width: number, unit: number): Float32Array {
  const column = new Float32Array(values.length / width);
  for (let row = 0; row < column.length; row++) column[row] = values[row * width + unit] as number;
  return column;
}

/** Where a layer cannot leave its bounds, these; else as far as its numbers reach, on both sides of 0. */
export function rangeOf(
  network: Network,
  id: string,
  values: Float32Array,
): readonly [number, number] {
  const bounds = boundsOf(network.nodes.find((node) => node.id === id)?.operation);
  if (bounds) return bounds;
  let reach = 0;
  for (const value of values) reach = Math.max(reach, Math.abs(value));
  return [-(reach || 1), reach || 1];
}
