import { useTranslation } from 'react-i18next';
import { type ScalingMethod, scalings } from '../../../core/preparation.ts';
import { MOST_CLASSES } from '../../../datasets/tables/choice.ts';
import { ownTable } from '../../../datasets/tables/own-table.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useStores, useView } from '../../../state/stores.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Field } from '../../kit/field.tsx';
import { formatCount } from '../../kit/format.ts';
import { NumberInput } from '../../kit/number-input.tsx';
import { Select } from '../../kit/select.tsx';
import { CellGrid } from './cell-grid.tsx';
import { ColumnList } from './column-list.tsx';
import { ReadingSettings } from './reading-settings.tsx';
import { type TableOnScreen, useTable } from './use-table.ts';

/** The columns and rows of the graph's table: what is read, what is told, how it is scaled. */
export function TableDialog() {
  const { t } = useTranslation();
  const words = useWords();
  const { views, catalogue } = useStores();
  const open = useView((view) => view.tableOpen);
  const table = useTable();
  if (!open || !table) return null;
  const dataset = catalogue.datasets.get(table.source.dataset);
  const name = table.title || (dataset ? words(dataset.title) : '');
  const isOwn = table.source.dataset === ownTable.id;
  return (
    <Dialog
      onClose={() => views.getState().set({ tableOpen: false })}
      title={name}
      description={t('columns.subtitle', {
        rows: formatCount(table.rows),
        columns: formatCount(table.columns.length),
      })}
      closeLabel={t('common.close')}
      wide
    >
      {isOwn ? <ReadingSettings /> : null}
      <div className="mt-4">
        <ColumnList table={table} />
      </div>
      <Choices table={table} />
      <CellGrid table={table} />
      {isOwn ? null : <p className="mt-1 text-[13px] text-ink-3">{t('columns.editing')}</p>}
    </Dialog>
  );
}

/** What holds for the table as a whole. */
function Choices({ table }: { table: TableOnScreen }) {
  const { t } = useTranslation();
  const { source, rest, isClass, rows, change } = table;
  const { options } = source;
  return (
    <div className="mt-3 grid gap-x-8 sm:grid-cols-2">
      <Field label={t('columns.scaling')}>
        {({ id }) => (
          <Select<ScalingMethod>
            id={id}
            value={rest}
            options={scalings.map((value) => ({ value, title: t(`columns.${value}`) }))}
            onChange={(scaling) => change({ scaling })}
          />
        )}
      </Field>
      <Field label={t('columns.labelKind')}>
        {({ id }) => (
          <Select
            id={id}
            value={isClass ? 'class' : 'number'}
            options={(['number', 'class'] as const).map((value) => ({
              value,
              title: t(`columns.${value}`),
            }))}
            onChange={(labelKind) => change({ labelKind, depth: null })}
          />
        )}
      </Field>
      {isClass ? (
        <Field label={t('columns.depth')}>
          {({ id }) => (
            <NumberInput
              id={id}
              value={options.depth}
              min={2}
              max={MOST_CLASSES}
              whole
              wide
              emptyText={t('columns.depthAuto')}
              onEmpty={() => change({ depth: null })}
              onChange={(depth) => change({ depth })}
            />
          )}
        </Field>
      ) : null}
      <Field label={t('columns.firstRows')}>
        {({ id }) => (
          <NumberInput
            id={id}
            value={options.firstRows}
            min={1}
            max={rows}
            whole
            emptyText={t('columns.allRows')}
            onEmpty={() => change({ firstRows: null })}
            onChange={(firstRows) => change({ firstRows })}
          />
        )}
      </Field>
      <Field label={t('columns.missingCells')}>
        {({ id }) => (
          <Select
            id={id}
            value={options.missing}
            options={[
              { value: 'mean', title: t('columns.fillMean') },
              { value: 'drop', title: t('columns.dropRow') },
            ]}
            onChange={(missing) => change({ missing })}
          />
        )}
      </Field>
    </div>
  );
}
