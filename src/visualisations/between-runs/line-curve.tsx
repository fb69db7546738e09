import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFigure } from '../../ui/kit/format.ts';
import { heightsOf } from '../heights.ts';
import { hillOf } from './hill.ts';
import type { BetweenPicture } from './probe.ts';

const WIDTH = 300;
const HEIGHT = 150;
const EDGE = 8;
/** Where along the drawing the ends of the way lie. */
const ENDS = [1 / 6, 5 / 6] as const;

/** The loss along the way from one end to the other, and a little beyond both. */
export function LineCurve({
  picture,
  logarithmic,
  names,
}: {
  picture: BetweenPicture;
  logarithmic: boolean;
  names: readonly [string, string];
}) {
  const { t } = useTranslation();
  const { losses, size } = picture;
  const heights = useMemo(() => heightsOf(losses, logarithmic), [losses, logarithmic]);
  const y = (height: number): number => HEIGHT - EDGE - height * (HEIGHT - 2 * EDGE);
  const points = Array.from(
    heights,
    (height, i) => `${((i / (size - 1)) * WIDTH).toFixed(1)},${y(height).toFixed(1)}`,
  );
  const finite = losses.filter(Number.isFinite);
  const { first, last, top } = hillOf(losses);
  const isHill = top > Math.max(first, last);
  return (
    <figure>
      <div className="num flex text-[13px] text-ink-3">
        <div className="flex w-16 shrink-0 flex-col justify-between pr-1.5 text-right">
          <span>{formatFigure(Math.max(...finite))}</span>
          <span>{formatFigure(Math.min(...finite))}</span>
        </div>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t('spaces.lineLabel', { from: names[0], to: names[1] })}
          className="min-w-0 flex-1 rounded-lg bg-surface-2"
          data-testid="between-line"
        >
          {ENDS.map((share, i) => (
            <line
              key={share}
              x1={share * WIDTH}
              x2={share * WIDTH}
              y1="0"
              y2={HEIGHT}
              stroke="var(--line-strong)"
              strokeDasharray={i === 0 ? '3 3' : undefined}
            />
          ))}
          <polyline points={points.join(' ')} fill="none" stroke="var(--accent)" strokeWidth="2" />
          {ENDS.map((share) => (
            <circle
              key={share}
              cx={share * WIDTH}
              cy={y(heights[Math.round(share * (size - 1))] ?? 0)}
              r="5"
              fill="var(--accent)"
              stroke="var(--surface)"
              strokeWidth="2"
            />
          ))}
        </svg>
      </div>
      <div className="mt-0.5 flex justify-between pl-16 text-[13px] text-ink-2">
        {names.map((name, i) => (
          <span key={ENDS[i]} className={i === 0 ? '' : 'text-right'}>
            {i === 0 ? '┆ ' : ''}
            {name}: <span className="num">{formatFigure(i === 0 ? first : last)}</span>
            {i === 1 ? ' │' : ''}
          </span>
        ))}
      </div>
      <figcaption className="mt-1 text-[13px] text-ink-2" data-testid="between-words">
        {t(isHill ? 'spaces.hill' : 'spaces.noHill', { top: formatFigure(top) })}
      </figcaption>
    </figure>
  );
}
