import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompilation, useRun } from '../../state/stores.ts';
import { formatFigure } from '../../ui/kit/format.ts';
import { Section } from '../../ui/kit/section.tsx';
import { usePicture } from '../use-picture.ts';
import type { FitPicture, FitRequest } from './probe.ts';

const WIDTH = 320;
const HEIGHT = 190;
const request: FitRequest = { points: 200 };

/** The points of one input, the line or curve that the network draws through them, and how far it is off. */
export function FitView() {
  const { t } = useTranslation();
  const isOne = useCompilation(({ ir }) => ir?.source.spec.input.join() === '1');
  const names = useCompilation(({ ir }) => ir?.source.spec.columns);
  const off = useRun(({ frame, ready }) => (ready ? frame?.train?.meanAbsoluteError : undefined));
  if (!isOne) return null;
  const remark = off === undefined ? undefined : t('fit.residual', { value: formatFigure(off) });
  return (
    <Section title={t('fit.title')} remark={remark}>
      <Fit xName={names?.inputs[0]?.name ?? 'x'} yName={names?.labels[0]?.name ?? 'y'} />
    </Section>
  );
}

function Fit({ xName, yName }: { xName: string; yName: string }) {
  const { t } = useTranslation();
  const picture = usePicture<FitPicture>('fit', request);
  const [pointer, setPointer] = useState<number>();
  const start = useRun(({ frame }) => frame?.start);
  const held = useRef<{ start: number | undefined; levels: Levels }>(undefined);
  if (!picture) return <div className="h-48" />;
  // The picture holds still while a run goes on, and opens up where the line leaves it.
  const needed = levelsOf(picture);
  const before = held.current?.start === start ? held.current?.levels : undefined;
  const levels: Levels = before
    ? [Math.min(before[0], needed[0]), Math.max(before[1], needed[1])]
    : needed;
  held.current = { start, levels };
  const { x, h, width, points } = picture;
  const [left = 0, right = 1] = [x[0], x.at(-1)];
  const [low, high] = levels;
  const across = (value: number): number => ((value - left) / (right - left)) * WIDTH;
  const up = (value: number): number => {
    const share = (value - low) / (high - low);
    // What shoots out of the picture stays near its edge.
    return HEIGHT * (1 - Math.min(3, Math.max(-2, share)));
  };
  const line = (column: number): string =>
    Array.from(x, (value, i) => `${across(value)},${up(h[i * width + column] ?? 0)}`).join(' ');
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    setPointer(Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)));
  };
  const at = pointer === undefined ? undefined : Math.round(pointer * (x.length - 1));
  const read = at === undefined ? undefined : Array.from(h.subarray(at * width, (at + 1) * width));
  return (
    <>
      <div className="num flex justify-between text-[13px] text-ink-3">
        <span>{yName}</span>
        <span>{formatFigure(high)}</span>
      </div>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="w-full overflow-hidden rounded-lg border border-line bg-surface-2"
        role="img"
        aria-label={t('fit.label')}
        data-testid="fit"
        onPointerMove={move}
        onPointerLeave={() => setPointer(undefined)}
      >
        {points.map((point, i) => (
          <line
            key={`stick ${i + 1}`}
            x1={across(point.x)}
            x2={across(point.x)}
            y1={up(point.y)}
            y2={up(point.h)}
            stroke="var(--warn)"
            strokeWidth="1.5"
            opacity="0.7"
          />
        ))}
        {Array.from({ length: width }, (_, column) => (
          <polyline
            key={`line ${column + 1}`}
            points={line(column)}
            fill="none"
            stroke={width === 1 ? 'var(--accent)' : `var(--class-${column % 10})`}
            strokeWidth="2"
          />
        ))}
        {points.map((point, i) => (
          <circle
            key={`point ${i + 1}`}
            cx={across(point.x)}
            cy={up(point.y)}
            r="4"
            fill={point.test ? 'var(--surface)' : 'var(--ink)'}
            stroke="var(--ink)"
            strokeWidth="1.5"
          />
        ))}
        {at === undefined ? null : (
          <line
            x1={across(x[at] ?? 0)}
            x2={across(x[at] ?? 0)}
            y1="0"
            y2={HEIGHT}
            stroke="var(--line-strong)"
          />
        )}
      </svg>
      <p className="num mt-0.5 flex justify-between gap-2 text-[13px] text-ink-3">
        <span>{formatFigure(left)}</span>
        <span className="text-center text-ink-2" data-testid="fit-read">
          {at === undefined || !read
            ? t('fit.hint')
            : t('fit.read', { x: formatFigure(x[at] ?? 0), h: read.map(formatFigure).join(' ') })}
        </span>
        <span>
          {xName} {formatFigure(right)}
        </span>
      </p>
    </>
  );
}

type Levels = readonly [low: number, high: number];

/** Room below and above the points. */
const MARGIN = 0.15;
/** How far beyond the points answers are followed, in spans of the points. */
const REACH = 1.5;

/** From which value to which is shown: all points, and what the network makes of them if it is not far off. */
function levelsOf({ points }: FitPicture): Levels {
  const told = points.map(({ y }) => y);
  const [bottom, top] = [Math.min(...told, 0), Math.max(...told, 0)];
  const span = top - bottom || 1;
  const answers = points
    .map(({ h }) => h)
    .filter(Number.isFinite)
    .map((h) => Math.min(top + REACH * span, Math.max(bottom - REACH * span, h)));
  const [low, high] = [Math.min(bottom, ...answers), Math.max(top, ...answers)];
  return [low - span * MARGIN, high + span * MARGIN];
}
