import type { IrSource } from '../../../compiler/ir.ts';
import type { ScalingMethod } from '../../../core/preparation.ts';
import type { ColumnSummary, OwnTable } from '../../../datasets/define-dataset.ts';
import { ownTable } from '../../../datasets/tables/own-table.ts';
import { summarise } from '../../../datasets/tables/summary.ts';
import { type Table, tableOf } from '../../../datasets/tables/table.ts';
import { useCompilation, useDispatch, useStores } from '../../../state/stores.ts';

/** The table of the graph's source, and how it is changed. */
export interface TableOnScreen {
  readonly source: IrSource;
  readonly columns: readonly ColumnSummary[];
  readonly cells: OwnTable['cells'];
  readonly title: string | undefined;
  readonly rows: number;
  readonly rest: ScalingMethod;
  readonly byIndex: Readonly<Record<string, ScalingMethod>>;
  /** Places of the input columns and of the label's. */
  readonly inputs: readonly number[];
  readonly labels: readonly number[];
  readonly isClass: boolean;
  readonly change: (params: Readonly<Record<string, unknown>>) => void;
  /** Other cells: the table is the person's own then. */
  readonly setCells: (cells: readonly (readonly (number | null)[])[]) => void;
}

/** The table of the graph's source; nothing where that is something else. */
export function useTable(): TableOnScreen | undefined {
  const { datasets } = useStores().catalogue;
  const source = useCompilation((compilation) => compilation.source);
  const dispatch = useDispatch();
  const dataset = source && datasets.get(source.dataset);
  const columns = source && dataset?.columns?.(source.options);
  const chosen = source?.spec.columns;
  if (!source || !dataset || !columns || columns.length === 0 || !chosen) return undefined;
  const change: TableOnScreen['change'] = (params) =>
    dispatch([{ type: 'setParams', id: source.id, params }]);
  const own = source.dataset === ownTable.id ? source.options.table : null;
  const { rest = 'none', byIndex = {} } = source.preparation.columns ?? {};
  const inputs = chosen.inputs.map(({ index }) => index);
  const labels = chosen.labels.map(({ index }) => index);
  const isClass = source.spec.target.type === 'classes';
  const cells = own ? own.cells : (dataset.cells ?? null);
  return {
    source,
    columns,
    cells,
    title: own?.title,
    rows: dataset.rows({ ...source.options, firstRows: null }),
    rest,
    byIndex,
    inputs,
    labels,
    isClass,
    change,
    setCells: (next) => {
      const { title = '' } = own ?? {};
      const table = {
        key: '',
        title,
        rows: next.length,
        columns: describe(columns, next),
        cells: next,
      };
      // What the page's own table says of its columns must be said for a copy of it.
      const said = own
        ? {}
        : { inputs, labels, labelKind: isClass ? 'class' : 'number', depth: depthOf(source) };
      change({ dataset: ownTable.id, table, ...said });
    },
  };
}

const depthOf = ({ spec }: IrSource): number | null =>
  spec.target.type === 'classes' ? spec.target.count : null;

/** What other cells make of columns whose names and texts stay. */
function describe(
  columns: readonly ColumnSummary[],
  cells: readonly (readonly (number | null)[])[],
): readonly ColumnSummary[] {
  const plain = tableOf(
    columns.map(({ name }) => name),
    cells,
  );
  const table: Table = {
    ...plain,
    columns: plain.columns.map((column, i) => ({
      ...column,
      classes: columns[i]?.classes ?? null,
    })),
  };
  return summarise(table);
}
