import { useTranslation } from 'react-i18next';
import { type ScalingMethod, scalings } from '../../../core/preparation.ts';
import type { ColumnSummary } from '../../../datasets/define-dataset.ts';
import { formatCount, formatFigure, formatTerm } from '../../kit/format.ts';
import { Select } from '../../kit/select.tsx';
import type { TableOnScreen } from './use-table.ts';

type Role = 'input' | 'label' | 'unused';

/** Every column with what it is used for, what it is like and how it is scaled. */
export function ColumnList({ table }: { table: TableOnScreen }) {
  const { t } = useTranslation();
  const heads = ['name', 'role', 'range', 'mean', 'missing', 'outliers', 'scaling'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key
    <section className="max-h-72 overflow-auto" aria-label={t('columns.name')} tabIndex={0}>
      <table className="w-full text-left text-[13px]">
        <thead className="sticky top-0 z-10 bg-surface text-ink-3">
          <tr>
            {heads.map((head) => (
              <th
                key={head}
                className="px-2 py-1 font-normal"
                title={head === 'outliers' ? t('columns.outliersHelp') : undefined}
              >
                {t(`columns.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column, index) => (
            <ColumnRow key={column.name} table={table} column={column} index={index} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ColumnRow({
  table,
  column,
  index,
}: {
  table: TableOnScreen;
  column: ColumnSummary;
  index: number;
}) {
  const { t } = useTranslation();
  const { inputs, labels, isClass, byIndex, rest, change } = table;
  const role: Role = labels.includes(index) ? 'label' : inputs.includes(index) ? 'input' : 'unused';
  const { classes, min, max, mean, deviation, missing, outliers } = column;
  const scales = role === 'input' || (role === 'label' && !isClass);
  return (
    <tr className="border-t border-line" data-column={column.name}>
      <th className="max-w-40 truncate px-2 py-1 font-semibold" title={column.name}>
        {column.name}
      </th>
      <td className="px-2 py-1">
        <Select
          label={`${column.name}: ${t('columns.role')}`}
          value={role}
          options={(['input', 'label', 'unused'] as const).map((value) => ({
            value,
            title: t(`columns.${value}`),
          }))}
          onChange={(next) => change(withRole(table, index, next))}
        />
      </td>
      {classes ? (
        <td className="px-2 text-ink-2" colSpan={2} title={classes.join(', ')}>
          {classes.length > 0 ? t('columns.text', { count: classes.length }) : t('columns.words')}
        </td>
      ) : (
        <>
          <td className="num px-2 whitespace-nowrap">
            {formatTerm(min)} – {formatTerm(max)}
          </td>
          <td className="num px-2 whitespace-nowrap">
            {formatFigure(mean)} ± {formatFigure(deviation)}
          </td>
        </>
      )}
      <td className={`num px-2 ${missing > 0 ? 'text-bad' : 'text-ink-3'}`}>
        {formatCount(missing)}
      </td>
      <td className={`num px-2 ${outliers > 0 ? 'text-warn' : 'text-ink-3'}`}>
        {formatCount(outliers)}
      </td>
      <td className="px-2 py-1">
        {scales ? (
          <Select
            label={`${column.name}: ${t('columns.scaling')}`}
            value={byIndex[index] ?? 'rest'}
            options={[
              { value: 'rest', title: t('columns.asAll', { method: t(`columns.${rest}`) }) },
              ...scalings.map((value) => ({ value, title: t(`columns.${value}`) })),
            ]}
            onChange={(next) => change({ scalings: scaledBy(byIndex, index, next) })}
          />
        ) : null}
      </td>
    </tr>
  );
}

/** Which columns are read and told once one of them has another use. A label that is left has none. */
function withRole(
  { inputs, labels, isClass }: TableOnScreen,
  index: number,
  role: Role,
): { inputs: number[]; labels: number[]; labelKind?: string; depth?: null } {
  const others = (list: readonly number[]) => list.filter((each) => each !== index);
  const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);
  if (role === 'label') {
    // A class is one column; numbers can be several.
    const next = isClass ? [index] : sorted([...others(labels), index]);
    const freed = isClass ? others(labels) : [];
    return { inputs: sorted([...others(inputs), ...freed]), labels: next, depth: null };
  }
  const read = role === 'input' ? sorted([...others(inputs), index]) : others(inputs);
  return { inputs: read, labels: others(labels) };
}

function scaledBy(
  byIndex: TableOnScreen['byIndex'],
  index: number,
  next: ScalingMethod | 'rest',
): Record<string, ScalingMethod> {
  const { [String(index)]: _, ...others } = byIndex;
  return next === 'rest' ? others : { ...others, [index]: next };
}
