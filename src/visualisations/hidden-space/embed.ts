import { UMAP } from 'umap-js';
import { createRandom } from '../../core/random.ts';

/** Neighbours that each row is kept near to: the method's own default. */
const NEIGHBOURS = 15;

/**
 * Rows [rows, width] in two dimensions, neighbours near each other: UMAP (McInnes, Healy and Melville 2018).
 * The same rows give the same places [rows, 2]. tell: hears the share that is done.
 */
export function embed(
  values: Float32Array,
  rows: number,
  width: number,
  tell: (share: number) => void,
): Float32Array {
  const random = createRandom(0).fork('umap');
  const umap = new UMAP({
    nNeighbors: Math.min(NEIGHBOURS, rows - 1),
    random: () => random.uniform(),
  });
  const epochs = umap.initializeFit(
    Array.from({ length: rows }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]),
  );
  for (let epoch = 0; epoch < epochs; epoch++) {
    umap.step();
    tell((epoch + 1) / epochs);
  }
  return Float32Array.from(umap.getEmbedding().flat());
}
