import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ColumnSummary } from '../../../datasets/define-dataset.ts';
import { fencesOf } from '../../../datasets/tables/summary.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { NumberInput } from '../../kit/number-input.tsx';
import { Select } from '../../kit/select.tsx';
import type { TableOnScreen } from './use-table.ts';

/** Rows that are shown; a table with more is not typed. */
const SHOWN = 200;
const REACH = 3e38;

/** The rows of a small table, to read and to change; empty cells and outliers are marked. */
export function CellGrid({ table }: { table: TableOnScreen }) {
  const { t } = useTranslation();
  const { cells, columns, setCells } = table;
  if (!cells) return null;
  const fences = columns.map((_, i) =>
    fencesOf(Float32Array.from(cells, (row) => row[i] ?? Number.NaN)),
  );
  const set = (row: number, column: number, value: number | null): void =>
    setCells(cells.map((each, i) => (i === row ? each.with(column, value) : each)));
  return (
    <>
      <h3 className="mt-4 mb-1 font-semibold">{t('columns.rows')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section className="max-h-64 overflow-auto" aria-label={t('columns.rows')} tabIndex={0}>
        <table className="text-[13px]">
          <thead className="sticky top-0 z-10 bg-surface text-ink-3">
            <tr>
              <th className="px-1 font-normal" aria-label="#" />
              {columns.map(({ name }) => (
                <th key={name} className="max-w-28 truncate px-1 py-1 font-normal" title={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, SHOWN).map((values, row) => (
              <tr key={`row ${row + 1}`}>
                <td className="num px-1 text-right text-ink-3">{row + 1}</td>
                {columns.map((column, i) => (
                  <td key={column.name} className="p-0.5">
                    <Cell
                      label={t('columns.cellLabel', { row: row + 1, column: column.name })}
                      column={column}
                      value={values[i] ?? null}
                      fences={fences[i] ?? [0, 0]}
                      onChange={(value) => set(row, i, value)}
                    />
                  </td>
                ))}
                <td>
                  {cells.length > 1 ? (
                    <IconButton
                      label={t('columns.removeRow', { row: row + 1 })}
                      onClick={() => setCells(cells.filter((_, each) => each !== row))}
                    >
                      <X size={13} aria-hidden />
                    </IconButton>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Button look="link" onClick={() => setCells([...cells, cells.at(-1) ?? []])}>
        <Plus size={14} aria-hidden />
        {t('columns.addRow')}
      </Button>
    </>
  );
}

function Cell({
  label,
  column: { classes },
  value,
  fences: [low, high],
  onChange,
}: {
  label: string;
  column: ColumnSummary;
  value: number | null;
  fences: readonly [number, number];
  onChange: (value: number | null) => void;
}) {
  if (classes) {
    return (
      <Select
        label={label}
        value={String(value ?? '')}
        options={classes.map((title, i) => ({ value: String(i), title }))}
        onChange={(next) => onChange(Number(next))}
      />
    );
  }
  const isFar = value !== null && (value < low || value > high);
  return (
    <span
      className={`inline-block rounded-lg ${isFar ? 'outline-2 outline-warn' : ''} ${value === null ? 'outline-2 outline-bad' : ''}`}
    >
      <NumberInput
        label={label}
        value={value}
        min={-REACH}
        max={REACH}
        emptyText="–"
        onEmpty={() => onChange(null)}
        onChange={onChange}
      />
    </span>
  );
}
