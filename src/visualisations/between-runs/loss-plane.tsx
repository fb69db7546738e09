import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFigure } from '../../ui/kit/format.ts';
import { ContourLines } from '../contour-lines.tsx';
import type { BetweenPicture } from './probe.ts';

const SIDE = 300;

/** The loss around where training stands from above, darker where it is higher; a place in it is read by pointer or by arrows. */
export function LossPlane({
  picture,
  logarithmic,
  reach,
}: {
  picture: BetweenPicture;
  logarithmic: boolean;
  reach: number;
}) {
  const { t } = useTranslation();
  const { losses, size } = picture;
  const middle = (size - 1) / 2;
  const [place, setPlace] = useState<readonly [number, number]>();
  const [column, row] = place ?? [middle, middle];
  const along = (i: number): string => formatFigure(reach * (i / middle - 1));
  const lossAt = (c: number, r: number): number => losses[r * size + c] ?? Number.NaN;
  const read = t('spaces.planeRead', {
    a: along(column),
    b: along(row),
    loss: formatFigure(lossAt(column, row)),
  });
  const finite = losses.filter(Number.isFinite);
  const clamp = (i: number): number => Math.min(size - 1, Math.max(0, Math.round(i)));

  function point(event: PointerEvent<HTMLElement>): void {
    const box = event.currentTarget.getBoundingClientRect();
    setPlace([
      clamp(((event.clientX - box.left) / box.width) * (size - 1)),
      clamp((1 - (event.clientY - box.top) / box.height) * (size - 1)),
    ]);
  }

  function move(event: KeyboardEvent): void {
    const [across, up] = moves[event.key] ?? [0, 0];
    if (across === 0 && up === 0) return;
    event.preventDefault();
    event.stopPropagation();
    setPlace([clamp(column + across), clamp(row + up)]);
  }

  const spot = (c: number, r: number) => ({
    cx: (c / (size - 1)) * SIDE,
    cy: (1 - r / (size - 1)) * SIDE,
  });
  return (
    <div>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('spaces.planeLabel')}
        aria-valuenow={lossAt(column, row)}
        aria-valuetext={read}
        className="mx-auto w-full max-w-[min(300px,34vh)] cursor-crosshair overflow-hidden rounded-lg bg-surface-2"
        data-testid="between-plane"
        onPointerMove={point}
        onPointerLeave={() => setPlace(undefined)}
        onBlur={() => setPlace(undefined)}
        onKeyDown={move}
      >
        <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true" className="block">
          <ContourLines costs={losses} logarithmic={logarithmic} size={size} side={SIDE} />
          <circle
            {...spot(middle, middle)}
            r="6"
            fill="var(--accent)"
            stroke="var(--surface)"
            strokeWidth="2"
          />
          {place ? (
            <circle {...spot(column, row)} r="5" fill="none" stroke="var(--ink)" strokeWidth="2" />
          ) : null}
        </svg>
      </div>
      <p className="num mt-1 text-center text-[13px] text-ink-2" data-testid="between-read">
        {read}
      </p>
      <p className="text-center text-[13px] text-ink-3 tabular-nums">
        {t('spaces.planeRange', {
          low: formatFigure(Math.min(...finite)),
          high: formatFigure(Math.max(...finite)),
        })}
      </p>
    </div>
  );
}

const moves: Readonly<Record<string, readonly [across: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
