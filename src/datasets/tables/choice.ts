import type { Column, SampleSpec, TargetSpec } from '../../core/samples.ts';
import type { ColumnProblem, ColumnSummary, DatasetOptions } from '../define-dataset.ts';

/** Most classes that a label may have. */
export const MOST_CLASSES = 256;
/** Up to so many different whole numbers are taken for classes where nothing else is said. */
const FEW = 10;

/** What of a table's own says how it is read, where the options say nothing. */
export interface TableDefaults {
  readonly labels?: readonly number[];
  readonly labelKind?: 'number' | 'class';
}

type Options = Pick<DatasetOptions, 'inputs' | 'labels' | 'labelKind' | 'depth'>;

/** Which columns are read and which are told, and what kind of label those are. */
export interface TableChoice {
  readonly inputs: readonly number[];
  readonly labels: readonly number[];
  readonly labelKind: 'number' | 'class';
  readonly target: TargetSpec;
}

/** Settles what the options leave open: the last column is the label, the rest are inputs. */
export function chooseColumns(
  columns: readonly ColumnSummary[],
  options: Options,
  defaults: TableDefaults = {},
): TableChoice {
  const known = (list: readonly number[] | null | undefined): readonly number[] | undefined =>
    list?.filter((index) => index >= 0 && index < columns.length);
  const labels = known(options.labels) ?? defaults.labels ?? [columns.length - 1];
  const inputs =
    known(options.inputs) ??
    columns.flatMap(({ classes }, index) => (labels.includes(index) || classes ? [] : [index]));
  const [first] = labels.flatMap((index) => columns[index] ?? []);
  const labelKind =
    options.labelKind === 'auto'
      ? (defaults.labelKind ??
        (first && isClass(first) && labels.length === 1 ? 'class' : 'number'))
      : options.labelKind;
  return { inputs, labels, labelKind, target: targetOf() };

  function targetOf(): TargetSpec {
    if (labelKind === 'number') return { type: 'numbers', size: Math.max(1, labels.length) };
    if (labels.length > 1) return { type: 'classes', count: labels.length };
    const found = first?.classes?.length ?? (first?.counts ? first.max + 1 : 2);
    return { type: 'classes', count: Math.min(MOST_CLASSES, Math.max(2, options.depth ?? found)) };
  }
}

/** Text is a class; so are few different whole numbers. */
const isClass = ({ classes, counts, max }: ColumnSummary): boolean =>
  classes !== null || (counts && max < FEW);

/** Shape of a row and kind of its label. */
export function specOf(columns: readonly ColumnSummary[], choice: TableChoice): SampleSpec {
  const named = (index: number): Column => ({ index, name: columns[index]?.name ?? '' });
  return {
    input: [choice.inputs.length],
    target: choice.target,
    columns: { inputs: choice.inputs.map(named), labels: choice.labels.map(named) },
  };
}

/** What the classes of a label are called: its texts, its numbers, or its columns. */
export function classNamesOf(
  columns: readonly ColumnSummary[],
  { labels, target }: TableChoice,
): readonly string[] {
  if (target.type === 'numbers') return [];
  if (labels.length > 1) return labels.map((index) => columns[index]?.name ?? '');
  const names = columns[labels[0] ?? -1]?.classes ?? [];
  return Array.from({ length: target.count }, (_, i) => names[i] ?? String(i));
}

/** Why columns cannot be used as they were chosen. */
export function problemOf(
  columns: readonly ColumnSummary[],
  { inputs, labels, labelKind }: TableChoice,
  { depth }: Options,
): ColumnProblem | undefined {
  if (inputs.length === 0) return { code: 'no-inputs', column: '', mend: { inputs: null } };
  const text = inputs.find((index) => columns[index]?.classes);
  if (text !== undefined) {
    const rest = inputs.filter((index) => !columns[index]?.classes);
    const mend = rest.length > 0 ? { mend: { inputs: rest } } : {};
    return { code: 'text-input', column: columns[text]?.name ?? '', ...mend };
  }
  const told = labels.flatMap((index) => columns[index] ?? []);
  const [first] = told;
  if (!first) return { code: 'no-label', column: '', mend: { labels: null } };
  if (labelKind === 'number') {
    const words = told.find(({ classes }) => classes);
    return words && { code: 'label-is-text', column: words.name, mend: { labelKind: 'class' } };
  }
  const most = labels.length > 1 ? 2 : (depth ?? MOST_CLASSES);
  const wrong = told.find(({ classes, counts, max }) =>
    classes ? classes.length < 2 || classes.length > most : !counts || max >= most,
  );
  if (!wrong) return undefined;
  const small = depth !== null && (wrong.classes !== null || wrong.counts);
  const mend = small
    ? { depth: null }
    : wrong.classes
      ? undefined
      : { labelKind: 'number' as const };
  return { code: 'label-not-class', column: wrong.name, ...(mend && { mend }) };
}
