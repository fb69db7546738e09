import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { lossFormula } from '../../core/loss.ts';
import { useCompilation, useRun } from '../../state/stores.ts';
import { formatFigure } from '../../ui/kit/format.ts';
import { Section } from '../../ui/kit/section.tsx';
import { usePicture } from '../use-picture.ts';
import type { TablePicture, TableRequest, TableRow } from './probe.ts';

/** Up to this many rows it is a truth table and stands beside the boundary. */
const TRUTH_TABLE = 4;

const request: TableRequest = { rows: 50 };

/** Inputs, label, hypothesis, prediction and loss of each sample, under the cost's formula. */
export function TableView() {
  const { t } = useTranslation();
  const picture = usePicture<TablePicture>('truth-table', request);
  const ready = useRun((run) => run.ready);
  const ir = useCompilation((compilation) => compilation.ir);
  if (!picture || !ready || !ir || picture.rows.length === 0) return null;
  const classes = ir.source.spec.target.type === 'classes';
  const inputs = picture.rows[0]?.x.length ?? 0;
  const names = ir.source.spec.columns;
  const cut = picture.rows.length < picture.total;
  const { spec } = ir.loss;
  const clipped =
    spec.type !== 'meanSquaredError' && spec.on === 'probabilities' && spec.stability === 'clipped';
  const remark = cut
    ? t('table.first', { shown: picture.rows.length, total: picture.total })
    : clipped
      ? t('table.clipped')
      : undefined;
  return (
    <Section
      title={picture.total <= TRUTH_TABLE && classes ? t('table.title') : t('table.points')}
      remark={remark}
    >
      <p className="num mb-1 text-[13px] whitespace-nowrap text-ink-2">
        {t('table.cost')} = {lossFormula(spec)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section className="max-h-56 overflow-auto" aria-label={t('table.points')} tabIndex={0}>
        <table className="num w-full text-right text-[13px]">
          <thead className="sticky top-0 bg-surface text-ink-3">
            <tr>
              {Array.from({ length: inputs }, (_, i) => (
                <th key={`x${i + 1}`} className="px-1 py-1 font-normal">
                  {names?.inputs[i]?.name ?? `x${inputs > 1 ? subscript(i + 1) : ''}`}
                </th>
              ))}
              <th className="px-1 font-normal">
                {names?.labels.map(({ name }) => name).join(' ') ?? 'y'}
              </th>
              <th className="px-1 font-normal">{t('table.h')}</th>
              {classes ? <th className="px-1 font-normal">{t('table.prediction')}</th> : null}
              <th className="px-1 font-normal">{t('table.loss')}</th>
            </tr>
          </thead>
          <tbody>
            {picture.rows.map((row, i) => (
              <Row key={`row ${i + 1}`} row={row} classes={classes} />
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}

function Row({ row, classes }: { row: TableRow; classes: boolean }) {
  const { t } = useTranslation();
  const right = row.prediction === row.y[0];
  const places = row.output.length > 2 ? 2 : 4;
  const digits = (h: number): string =>
    Math.abs(h) < 1e4 ? h.toFixed(places).replace('-', '−') : formatFigure(h);
  return (
    <tr className="border-t border-line">
      {row.x.map((value, i) => (
        <td key={`x${i + 1}`} className="px-1 py-0.5">
          {short(value)}
        </td>
      ))}
      <td className="px-1 whitespace-nowrap">{row.y.map(short).join(' ')}</td>
      <td className="px-1 whitespace-nowrap">{row.output.map(digits).join(' ')}</td>
      {classes ? (
        <td className="px-1">
          <span className="inline-flex items-center gap-1">
            {row.prediction}
            {right ? (
              <Check size={13} className="text-ok" aria-label={t('table.right')} />
            ) : (
              <X size={13} className="text-bad" aria-label={t('table.wrong')} />
            )}
          </span>
        </td>
      ) : null}
      <td className="px-1">{formatFigure(row.loss)}</td>
    </tr>
  );
}

const short = (value: number): string => String(Math.round(value * 1000) / 1000).replace('-', '−');

const subscript = (index: number): string =>
  [...String(index)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');
