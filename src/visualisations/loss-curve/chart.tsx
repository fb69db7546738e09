import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import type { Series } from '../../engine/figures/history.ts';
import type { Frame } from '../../engine/frame.ts';
import { cssColour, useColours } from '../../ui/kit/colours.ts';
import { formatCount, formatFigure, formatShare, formatShort } from '../../ui/kit/format.ts';
import { RUN_COLOURS, runColour } from '../run-colour.ts';
import { drawMarks, type Mark } from './marks.ts';

const HEIGHT = 130;
const tokens = [
  '--accent',
  '--warn',
  '--line',
  '--ink-3',
  '--line-strong',
  '--bad',
  '--surface',
  ...Array.from({ length: RUN_COLOURS }, (_, i) => runColour(i)),
];

/** Training and test, as the chart draws them. */
type Drawn = Pick<Frame['history'], 'train' | 'test'>;

/** The curve of another run, drawn beside the one on screen. */
export interface OtherCurve {
  readonly label: string;
  /** A colour token. */
  readonly colour: string;
  /** The strokes of its line: pixels that are drawn and left out, in turn. */
  readonly dash: readonly number[];
  readonly series: Series;
}

/** A line chart of loss or accuracy; hovering reads all curves. `guess` draws a level to compare with. */
export function Chart({
  curves,
  logScale,
  share,
  guess,
  others,
  marks,
}: {
  curves: Drawn | undefined;
  logScale: boolean;
  /** Values are shares of one. */
  share: boolean;
  guess: number | undefined;
  others: readonly OtherCurve[];
  marks: readonly Mark[];
}) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const colours = useColours(tokens);
  // The chart is made anew for other runs, not for each point of theirs.
  const drawn = JSON.stringify(others.map(({ label, colour, dash }) => [label, colour, dash]));
  const othersRef = useRef(others);
  othersRef.current = others;
  const marksRef = useRef(marks);
  const hasTest = curves !== undefined && curves.test.steps.length > 0;
  const latest = useRef(curves);
  latest.current = curves;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const [train, test, grid, ink, level] = colours.map(cssColour);
    const colourOf = (token: string): string =>
      cssColour(colours[tokens.indexOf(token)] ?? [0, 0, 0]);
    const axis = {
      stroke: ink ?? '',
      font: '13px "JetBrains Mono Variable"',
      grid: { stroke: grid ?? '', width: 1 },
      ticks: { show: false },
    };
    const line = (
      label: string,
      stroke: string | undefined,
      dash: number[] = [],
    ): uPlot.Series => ({
      label,
      stroke: stroke ?? '',
      width: 2,
      dash,
      spanGaps: true,
      points: { show: false },
      value: (_, value) =>
        value === null ? '–' : share ? formatShare(value) : formatFigure(value),
    });
    const chart = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        cursor: { y: false, drag: { x: false, y: false } },
        legend: { live: true },
        scales: {
          x: { time: false },
          y: { distr: logScale ? 3 : 1, range: share ? [0, 1] : rangeOf(logScale, guess) },
        },
        axes: [
          { ...axis, size: 26, values: (_, ticks) => ticks.map(formatShort) },
          {
            ...axis,
            size: 52,
            values: (_, ticks) =>
              ticks.map((tick) =>
                tick === null ? '' : share ? formatShare(tick) : formatTick(tick),
              ),
          },
        ],
        series: [
          { label: t('curve.step'), value: (_, step) => (step === null ? '–' : formatCount(step)) },
          line(t('curve.train'), train),
          { ...line(t('curve.test'), test, [6, 3]), show: hasTest },
          ...(JSON.parse(drawn) as [string, string, number[]][]).map(([label, colour, dash]) =>
            line(label, colourOf(colour), dash),
          ),
        ],
        hooks: {
          draw: [
            (u) => {
              const look = { line: level ?? '', ink: ink ?? '', text: t('curve.asGood') };
              if (guess !== undefined) drawLevel(u, guess, look);
              drawMarks(u, marksRef.current, colourOf);
            },
          ],
        },
      },
      dataOf(latest.current, othersRef.current),
      element,
    );
    plot.current = chart;
    const observer = new ResizeObserver(() =>
      chart.setSize({ width: element.clientWidth, height: HEIGHT }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
      plot.current = undefined;
    };
  }, [colours, logScale, share, guess, hasTest, drawn, t]);

  useEffect(() => plot.current?.setData(dataOf(curves, others)), [curves, others]);
  useEffect(() => {
    marksRef.current = marks;
    plot.current?.redraw(false);
  }, [marks]);

  return <div ref={host} role="img" aria-label={t('curve.label')} className="w-full" />;
}

function dataOf(curves: Drawn | undefined, others: readonly OtherCurve[]): uPlot.AlignedData {
  const all = [curves?.train, curves?.test, ...others.map(({ series }) => series)];
  if (!all.some((series) => series?.steps.length)) return [[0], ...all.map(() => [null])];
  return uPlot.join(
    all.map(
      (series) => [series?.steps ?? [], finite(series?.values)] as unknown as uPlot.AlignedData,
    ),
  );
}

/** A value that is infinite or none has no place on a scale. */
const finite = (values: ArrayLike<number> = []): (number | null)[] =>
  Array.from(values, (value) => (Number.isFinite(value) ? value : null));

/** From zero up on the plain scale; whole decades on the logarithmic one. */
const rangeOf =
  (logScale: boolean, guess: number | undefined) =>
  (_: uPlot, min: number | null, max: number | null): [number, number] => {
    const high = Math.max(max ?? 0, guess ?? 0) || 1;
    if (!logScale) return [0, high * (guess === undefined ? 1.08 : 1.22)];
    const low = min !== null && min > 0 ? min : high / 1000;
    return [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(high * 1.01))];
  };

const formatTick = (tick: number): string =>
  tick !== 0 && (Math.abs(tick) < 0.01 || Math.abs(tick) >= 1e5)
    ? tick.toExponential(0)
    : String(Number(tick.toPrecision(3)));

interface Level {
  readonly line: string;
  readonly ink: string;
  readonly text: string;
}

/** A dashed line at a value, with its meaning written above its right end. */
function drawLevel(chart: uPlot, value: number, { line, ink, text }: Level): void {
  const y = chart.valToPos(value, 'y', true);
  const { left, top, width, height } = chart.bbox;
  if (y < top || y > top + height) return;
  const { ctx } = chart;
  ctx.save();
  ctx.strokeStyle = line;
  ctx.setLineDash([3 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(left, y);
  ctx.lineTo(left + width, y);
  ctx.stroke();
  ctx.fillStyle = ink;
  ctx.font = `${12 * devicePixelRatio}px "Inter Variable", "Noto Sans KR Variable", sans-serif`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'bottom';
  ctx.fillText(text, left + width, y - 2 * devicePixelRatio);
  ctx.restore();
}
