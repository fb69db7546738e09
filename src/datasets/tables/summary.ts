import type { ColumnSummary } from '../define-dataset.ts';
import type { Table, TableColumn } from './table.ts';

/** Values that quartiles are worked out from, spread evenly over a long column. */
const QUARTILE_SAMPLE = 10_000;
/** How many quartile ranges beyond the quartiles a value may lie. Tukey 1977. */
const FENCE = 1.5;

/** What every column of a table is like. */
export const summarise = ({ columns }: Table): readonly ColumnSummary[] =>
  columns.map(summariseColumn);

/** Statistics of a column; all are 0 where it holds nothing. The deviation is the population's. */
function summariseColumn({ name, values, classes }: TableColumn): ColumnSummary {
  let count = 0;
  let mean = 0;
  let squares = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let counts = true;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    count += 1;
    const distance = value - mean;
    mean += distance / count;
    squares += distance * (value - mean);
    if (value < min) min = value;
    if (value > max) max = value;
    counts &&= value >= 0 && Number.isInteger(value);
  }
  const missing = values.length - count;
  const outliers = classes ? 0 : countOutliers(values);
  if (count === 0) {
    return { name, classes, missing, outliers, counts, min: 0, max: 0, mean: 0, deviation: 0 };
  }
  const deviation = Math.sqrt(squares / count);
  return { name, classes, missing, outliers, counts, min, max, mean, deviation };
}

function countOutliers(values: Float32Array): number {
  const [low, high] = fencesOf(values);
  let count = 0;
  for (const value of values) if (value < low || value > high) count += 1;
  return count;
}

/** Values outside of these are marked: 1.5 quartile ranges beyond the quartiles. */
export function fencesOf(values: Float32Array): readonly [low: number, high: number] {
  const stride = Math.max(1, Math.floor(values.length / QUARTILE_SAMPLE));
  const some = Float32Array.from({ length: Math.ceil(values.length / stride) }, (_, i) =>
    Number(values[i * stride]),
  ).filter((value) => !Number.isNaN(value));
  some.sort();
  const at = (share: number): number => some[Math.floor(share * (some.length - 1))] ?? 0;
  const [lower, upper] = [at(0.25), at(0.75)];
  const range = upper - lower;
  // Of a column that is nearly always the same, every other value would be one.
  return range > 0
    ? [lower - FENCE * range, upper + FENCE * range]
    : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
}
