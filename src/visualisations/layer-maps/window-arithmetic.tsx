import { useTranslation } from 'react-i18next';
import type { SlidingWindow } from '../../core/reading.ts';
import type { Place, Term, WindowSum } from '../../core/window-sum.ts';
import { formatTerm } from '../../ui/kit/format.ts';
import { Select } from '../../ui/kit/select.tsx';
import { ValueGrid } from './value-grid.tsx';

/** The patch, the kernel, their products and what becomes of them, with all numbers. */
export function WindowArithmetic({
  sum,
  window,
  place,
  channel,
  onChannel,
  given,
  after,
}: {
  sum: WindowSum;
  window: SlidingWindow;
  place: Place;
  channel: number;
  onChannel: (channel: number) => void;
  /** The layer's own value here. */
  given: number;
  after: { readonly name: string; readonly value: number } | undefined;
}) {
  const { t } = useTranslation();
  const read = sum.channels.find((each) => each.channel === channel) ?? sum.channels[0];
  if (!read) return null;
  const [, columns] = window.size;
  const weighted = window.does === 'convolve' || window.does === 'depthwise';
  const pixels = read.terms.map(({ pixel }) => pixel);
  const padded = read.terms.map(({ isPadding }) => isPadding);
  const grid = { columns, padded };
  return (
    <div data-testid="arithmetic" data-result={sum.result} data-given={given}>
      <p className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-2">
        <span className="num">{t('look.at', { place: `${place.y}, ${place.x}` })}</span>
        {sum.channels.length > 1 ? (
          <span className="flex items-center gap-1.5">
            {t('look.channel')}
            <Select
              label={t('look.channel')}
              value={String(read.channel)}
              options={sum.channels.map((each) => ({
                value: String(each.channel),
                title: `${each.channel + 1}: ${formatTerm(each.sum)}`,
              }))}
              onChange={(value) => onChannel(Number(value))}
            />
          </span>
        ) : null}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <ValueGrid title={t('look.patch')} values={pixels} {...grid} winner={sum.winner} />
        {weighted ? (
          <>
            <span className="text-ink-3">×</span>
            <ValueGrid
              title={t('look.kernelTitle')}
              values={read.terms.map(({ weight = 0 }) => weight)}
              columns={columns}
            />
            <span className="text-ink-3">=</span>
            <ValueGrid title={t('look.products')} values={read.terms.map(productOf)} {...grid} />
          </>
        ) : null}
      </div>
      <Outcome sum={sum} window={window} own={read.sum} after={after} />
    </div>
  );
}

const productOf = ({ pixel, weight = 0 }: Term): number => pixel * weight;

/** How the numbers come together, line by line. */
function Outcome({
  sum,
  window,
  own,
  after,
}: {
  sum: WindowSum;
  window: SlidingWindow;
  own: number;
  after: { readonly name: string; readonly value: number } | undefined;
}) {
  const { t } = useTranslation();
  const result = formatTerm(sum.result);
  const total = sum.channels.reduce((all, each) => all + each.sum, 0);
  return (
    <dl className="num mt-2.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-[13px]">
      {window.does === 'max' ? <Line name={t('look.largest')} value={result} strong /> : null}
      {window.does === 'mean' ? <Line name={t('look.mean')} value={result} strong /> : null}
      {window.does === 'convolve' || window.does === 'depthwise' ? (
        <>
          <Line
            name={sum.channels.length > 1 ? t('look.channelSum') : t('look.sum')}
            value={formatTerm(own)}
          />
          {sum.channels.length > 1 ? (
            <Line
              name={t('look.allChannels', { count: sum.channels.length })}
              value={formatTerm(total)}
            />
          ) : null}
          {sum.bias === undefined ? null : (
            <Line name={t('look.bias')} value={formatTerm(sum.bias)} />
          )}
          <Line name={t('look.result')} value={result} strong />
        </>
      ) : null}
      {after ? <Line name={after.name} value={formatTerm(after.value)} strong /> : null}
    </dl>
  );
}

function Line({ name, value, strong = false }: { name: string; value: string; strong?: boolean }) {
  return (
    <>
      <dt className="font-sans text-ink-2">{name}</dt>
      <dd className={strong ? 'font-semibold' : ''}>{value}</dd>
    </>
  );
}
