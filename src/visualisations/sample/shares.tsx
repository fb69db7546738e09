import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatFigure, formatShare } from '../../ui/kit/format.ts';
import { useClassName } from '../use-class-name.ts';

/** Classes that are listed. */
const LISTED = 3;

/** The likeliest classes with their shares, and whether the first is right. */
export function Shares({
  shares,
  prediction,
  label,
  loss,
}: {
  shares: readonly number[];
  prediction: number | undefined;
  label: number | undefined;
  loss: number | undefined;
}) {
  const { t } = useTranslation();
  const nameOf = useClassName();
  const first = shares
    .map((share, cls) => ({ share, cls }))
    .sort((a, b) => b.share - a.share)
    .slice(0, LISTED);
  const right = prediction === label;
  return (
    <>
      <p
        className="flex items-center gap-1.5"
        data-testid="prediction"
        data-prediction={prediction}
      >
        <span className="text-ink-2">{t('sample.says')}</span>
        <b className="num text-[22px] leading-7 font-semibold">
          {prediction === undefined ? '–' : nameOf(prediction)}
        </b>
        {label === undefined ? null : right ? (
          <Check size={16} className="text-ok" aria-label={t('table.right')} />
        ) : (
          <X size={16} className="text-bad" aria-label={t('table.wrong')} />
        )}
      </p>
      <ul className="mt-1 flex flex-col gap-1">
        {first.map(({ share, cls }) => (
          <li
            key={cls}
            className="num grid grid-cols-[2.2rem_1fr_3.6rem] items-center gap-1.5 text-[13px]"
          >
            <span className="truncate text-right">{nameOf(cls)}</span>
            <span className="h-2 overflow-hidden rounded-full bg-surface-2">
              <i
                className="block h-full rounded-full bg-[var(--pos)]"
                style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }}
              />
            </span>
            <span className="text-right text-ink-2">{formatShare(share)}</span>
          </li>
        ))}
      </ul>
      {loss === undefined ? null : (
        <p className="num mt-1.5 text-[13px] text-ink-3">
          {t('sample.loss', { value: formatFigure(loss) })}
        </p>
      )}
    </>
  );
}
