import { formatShape, sizeOf } from '../core/shape.ts';
import type { WeightSpec } from '../core/weights.ts';
import type { Command } from '../document/commands.ts';
import { type Finding, finding, fix } from './problem.ts';
import type { Resolution, ResolvedNode } from './resolve.ts';

/** What weights are drawn from when given values no longer fit: the labs' own start. */
const redrawn = { type: 'normal', mean: 0, deviation: 1 };

/**
 * Starting weights that are given exactly must be as many as the tensor holds. Changing one layer
 * upsets the next one too, so each node is named once and the mend draws anew wherever values do not
 * fit.
 */
export function checkValues(
  shapes: ReadonlyMap<string, { readonly weights: readonly WeightSpec[] }>,
  resolution: Resolution,
): Finding[] {
  const wrong = [...shapes].flatMap(([id, { weights }]) => {
    const node = resolution.nodes.get(id);
    return node ? weights.filter(misfits).map((weight) => ({ node, weight })) : [];
  });
  const named = wrong.filter(
    ({ node }, i) => wrong.findIndex((other) => other.node === node) === i,
  );
  const mend = fix('redraw', {}, ...wrong.flatMap(({ node, weight }) => redraw(node, weight)));
  return named.map(({ node, weight }) => {
    const { name, shape, initialiser } = weight;
    const given = initialiser.type === 'values' ? initialiser.values.length : 0;
    const data = { name: node.name, weight: name, given, expected: sizeOf(shape) };
    const place = { node: node.id };
    return finding('values-count', 'error', place, { ...data, shape: formatShape(shape) }, [mend]);
  });
}

const misfits = ({ initialiser, shape }: WeightSpec): boolean =>
  initialiser.type === 'values' && initialiser.values.length !== sizeOf(shape);

function redraw(node: ResolvedNode, weight: WeightSpec): Command[] {
  const param = Object.keys(node.params).find((key) => node.params[key] === weight.initialiser);
  return param === undefined
    ? []
    : [{ type: 'setParams', id: node.id, params: { [param]: redrawn } }];
}
