import type { Catalogue } from '../../src/compiler/resolve.ts';
import { datasetCatalogue } from '../../src/datasets/index.ts';
import { layerCatalogue } from '../../src/layers/index.ts';

/** Everything a graph may be made of, as the page has it. */
export const catalogue: Catalogue = { layers: layerCatalogue, datasets: datasetCatalogue };
