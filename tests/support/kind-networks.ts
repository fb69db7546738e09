import type { Graph } from '../../src/document/schema.ts';
import type { ComputeKind } from '../../src/layers/define-layer.ts';
import { type Sketch, sketch } from './graphs.ts';

/**
 * A network in which gradients flow through a layer of this kind to weights before it: over images
 * where the kind takes them, unless `rows` asks for plain rows.
 */
export function networkAround(kind: ComputeKind, rows = false): Graph {
  // Any number of values can be laid out in pairs.
  const given = 'shape' in kind.params.shape ? { shape: [-1, 2] } : {};
  const params = kind.params.parse(given);
  const image = [12, 12, 2];
  const onImages = !rows && kind.infer(params, Array(kind.arity.min).fill(image)).ok;
  const nodes: Record<string, Sketch> = {
    source: onImages
      ? ['images', { dataset: 'shapes', size: 12 }]
      : ['points', { dataset: 'blobs', size: 12 }],
    before: onImages ? ['conv2d', { filters: 2, useBias: false }] : ['dense', { units: 4 }],
    beside: ['tanh'],
    it: [kind.kind, given],
    flat: ['flatten'],
    head: ['dense', { units: 3 }],
    shares: ['softmax'],
    loss: ['loss', { type: 'categoricalCrossentropy' }],
  };
  const joins = kind.arity.min > 1 ? ['before>it', 'beside>it'] : ['beside>it'];
  const chain = ['it>flat', 'flat>head', 'head>shares', 'shares>loss'];
  return sketch(nodes, ['source>before', 'before>beside', ...joins, ...chain]);
}
