import type { Dataset } from './define-dataset.ts';
import { datasets } from './index.ts';
import { mnist } from './mnist.ts';
import { ownImages } from './own-images.ts';
import { shapes } from './shapes.ts';
import { iris } from './tables/iris.ts';
import { labTables } from './tables/lab-tables.ts';
import { ownTable } from './tables/own-table.ts';
import { zoo } from './tables/zoo.ts';
import { fourThreeTwoOne, oneToNine } from './tiny-images.ts';

/** Every data set, in the order of the picker. Adding images or a table is one file and one line here. */
export const allDatasets: readonly Dataset[] = [
  ...datasets,
  ...labTables,
  zoo,
  iris,
  ownTable,
  mnist,
  shapes,
  oneToNine,
  fourThreeTwoOne,
  ownImages,
];

/** The same sets by id. */
export const fullDatasets: ReadonlyMap<string, Dataset> = new Map(
  allDatasets.map((dataset) => [dataset.id, dataset]),
);
