import type { TFunction } from 'i18next';
import type { IrSource } from '../../../compiler/ir.ts';
import type { Column } from '../../../core/samples.ts';
import type { Words } from '../../../core/words.ts';
import type { Dataset } from '../../../datasets/define-dataset.ts';
import { formatCount } from '../../kit/format.ts';

/** What a source says on the canvas: its data set, and how many samples of what it holds. */
export function describeSource(
  { spec, options }: IrSource,
  dataset: Dataset,
  t: TFunction,
  words: (value: Words) => string,
): { readonly title: string; readonly holds: string } {
  const [axis] = spec.input;
  const flat = spec.input.length === 1;
  const { columns } = spec;
  const inputs = columns
    ? namesOf(columns.inputs)
    : flat
      ? axis === 1
        ? 'x'
        : axis === 2
          ? 'x₁ x₂'
          : `x₁ … x${axis}`
      : spec.input.join('×');
  const count = dataset.rows(options);
  const label = columns ? namesOf(columns.labels) : 'y';
  const shown = { count, shown: formatCount(count), inputs, label };
  const own = dataset.whenEmpty === 'no-table' ? options.table?.title : undefined;
  return {
    title: own || words(dataset.title),
    holds: flat ? t('canvas.rows', shown) : t('canvas.images', shown),
  };
}

/** Names that fit on a node; of many, the first and the last. */
function namesOf(columns: readonly Column[]): string {
  const names = columns.map(({ name }) => name);
  const all = names.join(' ');
  if (all.length <= ROOM) return all;
  const [first = '', last = ''] = [names[0], names.at(-1)];
  return names.length > 1
    ? `${first.slice(0, ROOM / 2)} … ${last.slice(0, ROOM / 2)}`
    : `${first.slice(0, ROOM)}…`;
}

/** Characters of names that stand in one line of a node. */
const ROOM = 14;
