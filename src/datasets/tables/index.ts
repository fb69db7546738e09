import type { Dataset } from '../define-dataset.ts';
import { datasets } from '../index.ts';
import { iris } from './iris.ts';
import { labTables } from './lab-tables.ts';
import { ownTable } from './own-table.ts';
import { zoo } from './zoo.ts';

/** Every data set, tables too, in the order of the picker. Adding a table is one entry here. */
export const allDatasets: readonly Dataset[] = [...datasets, ...labTables, zoo, iris, ownTable];

/** The same sets by id. */
export const fullDatasets: ReadonlyMap<string, Dataset> = new Map(
  allDatasets.map((dataset) => [dataset.id, dataset]),
);
