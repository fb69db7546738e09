import type { Ir } from '../../compiler/ir.ts';

/** One stop of a walk through an update: values forward, the loss, slopes back, the step. */
export type Stage =
  /** What the source or a layer gives. */
  | { readonly type: 'value'; readonly node: string }
  | { readonly type: 'cost' }
  /** The loss's derivative flows back along the wire from `from` to its reader `to`, which may be the loss. */
  | { readonly type: 'slope'; readonly from: string; readonly to: string }
  /** The loss's derivative by a weight tensor. */
  | { readonly type: 'weight'; readonly node: string; readonly tensor: number }
  /** What the update makes of a weight tensor. */
  | { readonly type: 'update'; readonly node: string; readonly tensor: number }
  /** The update is carried out. */
  | { readonly type: 'done' };

/** What stops can be about, in their order. */
export const stageTypes = ['value', 'cost', 'slope', 'weight', 'update', 'done'] as const;

/**
 * All stops of one update, in order. Back through a layer comes what its weights get, then what each of its
 * inputs gets: a value that is read twice is passed twice.
 */
export function stagesOf({ source, nodes, output, loss }: Ir): readonly Stage[] {
  const learns = ({ id, weights }: Ir['nodes'][number], type: 'weight' | 'update'): Stage[] =>
    weights.flatMap(({ trainable }, tensor) => (trainable ? [{ type, node: id, tensor }] : []));
  return [
    { type: 'value', node: source.id },
    ...nodes.map(({ id }): Stage => ({ type: 'value', node: id })),
    { type: 'cost' },
    { type: 'slope', from: output, to: loss.id },
    ...nodes
      .toReversed()
      .flatMap((node) => [
        ...learns(node, 'weight'),
        ...[...new Set(node.inputs)].map((from): Stage => ({ type: 'slope', from, to: node.id })),
      ]),
    ...nodes.flatMap((node) => learns(node, 'update')),
    { type: 'done' },
  ];
}
