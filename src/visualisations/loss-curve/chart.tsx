import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import type { Frame } from '../../engine/frame.ts';
import { cssColour, useColours } from '../../ui/kit/colours.ts';
import { formatCount, formatFigure, formatShare, formatShort } from '../../ui/kit/format.ts';

const HEIGHT = 130;
const tokens = ['--accent', '--warn', '--line', '--ink-3', '--line-strong'];

/** Training and test, as the chart draws them. */
type Drawn = Pick<Frame['history'], 'train' | 'test'>;

/** A line chart of loss or accuracy; hovering reads both curves. `guess` draws a level to compare with. */
export function Chart({
  curves,
  logScale,
  share,
  guess,
}: {
  curves: Drawn | undefined;
  logScale: boolean;
  /** Values are shares of one. */
  share: boolean;
  guess: number | undefined;
}) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const colours = useColours(tokens);
  const hasTest = curves !== undefined && curves.test.steps.length > 0;
  const latest = useRef(curves);
  latest.current = curves;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const [train, test, grid, ink, level] = colours.map(cssColour);
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
        ],
        hooks: {
          draw:
            guess === undefined
              ? []
              : [
                  (u) =>
                    drawLevel(u, guess, {
                      line: level ?? '',
                      ink: ink ?? '',
                      text: t('curve.asGood'),
                    }),
                ],
        },
      },
      dataOf(latest.current),
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
  }, [colours, logScale, share, guess, hasTest, t]);

  useEffect(() => plot.current?.setData(dataOf(curves)), [curves]);

  return <div ref={host} role="img" aria-label={t('curve.label')} className="w-full" />;
}

function dataOf(curves: Drawn | undefined): uPlot.AlignedData {
  if (!curves || curves.train.steps.length === 0) return [[0], [null], [null]];
  const { train, test } = curves;
  return uPlot.join([
    [train.steps, train.values] as unknown as uPlot.AlignedData,
    [test.steps, test.values] as unknown as uPlot.AlignedData,
  ]);
}

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
  tick !== 0 && Math.abs(tick) < 0.01 ? tick.toExponential(0) : String(Number(tick.toPrecision(3)));

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
