import type { Catalogue } from '../../src/compiler/resolve.ts';
import { fullDatasets } from '../../src/datasets/all.ts';
import { fullCatalogue } from '../../src/layers/tensors/index.ts';

/** Everything a graph may be made of, as the page has it. */
export const catalogue: Catalogue = { layers: fullCatalogue, datasets: fullDatasets };
