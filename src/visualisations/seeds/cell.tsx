import { Check, X } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeedResult } from '../../engine/seeds/seed-plan.ts';
import type { Verdict } from '../../engine/seeds/verdict.ts';
import { formatCount, formatFigure, formatShort } from '../../ui/kit/format.ts';

/** So many wrong rows leave no room for the word; the cross says it. */
const WORDED = 10;

/** One start: what it ended with, since when it is solved or what is wrong, its loss and its seed. */
export const Cell = memo(function Cell({
  result,
  verdict,
  paint,
  place,
  reachable,
  current,
  disabled,
  onPress,
}: {
  result: SeedResult;
  verdict: Verdict | undefined;
  paint: (canvas: HTMLCanvasElement, result: SeedResult) => void;
  place: number;
  /** Whether Tab comes here; arrows lead to the others. */
  reachable: boolean;
  /** It is on screen. */
  current: boolean;
  disabled: boolean;
  onPress: () => void;
}) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) paint(canvas.current, result);
  }, [paint, result]);
  const { seed, broke, step } = result;
  const since = verdict?.since;
  const wrong = verdict?.wrong;
  const short = broke
    ? t('seeds.nan')
    : since !== undefined
      ? formatShort(since)
      : wrong === undefined
        ? t('seeds.unsolved')
        : wrong < WORDED
          ? t('seeds.wrong', { wrong })
          : formatShort(wrong);
  const long = broke
    ? t('seeds.cellBroke', { step: formatCount(step) })
    : since !== undefined
      ? t('seeds.cellSolved', { since: formatCount(since) })
      : wrong === undefined
        ? t('seeds.unsolved')
        : t('seeds.cellWrong', { count: wrong, wrong });
  const loss = formatFigure(verdict?.loss ?? Number.NaN);
  const Mark = verdict?.solved ? Check : X;
  const label = t('seeds.cell', { seed, verdict: long, loss });
  return (
    <button
      type="button"
      data-place={place}
      data-seed={seed}
      data-solved={verdict?.solved}
      tabIndex={reachable ? 0 : -1}
      aria-label={label}
      aria-current={current || undefined}
      title={label}
      disabled={disabled}
      onClick={onPress}
      className="num mx-auto my-0.5 flex w-[72px] flex-col items-center rounded-lg border border-transparent py-0.5 text-[13px] leading-[17px] hover:bg-surface-2 aria-[current]:border-accent aria-[current]:bg-accent-soft disabled:opacity-60"
    >
      <canvas ref={canvas} className="size-[62px] rounded border border-line" aria-hidden />
      <span
        className={`flex max-w-full items-center gap-0.5 whitespace-nowrap ${verdict?.solved ? 'text-ok' : 'text-bad'}`}
      >
        <Mark size={12} aria-hidden className="shrink-0" />
        {short}
      </span>
      <span className="text-ink-2">{loss}</span>
      <span className="text-ink-3">#{seed}</span>
    </button>
  );
});
