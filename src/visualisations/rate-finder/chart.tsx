import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import type { RateCurve } from '../../engine/rate/finder.ts';
import { cssColour, useColours } from '../../ui/kit/colours.ts';
import { formatFigure } from '../../ui/kit/format.ts';

const HEIGHT = 150;
/** Where the axis is written on. */
const decades = [1e-7, 1e-5, 1e-3, 1e-1, 10];
const tokens = ['--accent', '--line', '--ink-3', '--warn', '--bad'];

/** The loss against the rate on a logarithmic axis; the suggested rate and the one that bursts are marked. */
export function RateChart({ curve }: { curve: RateCurve }) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const colours = useColours(tokens);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const [line = '', grid = '', ink = '', mark = '', bad = ''] = colours.map(cssColour);
    const axis = {
      stroke: ink,
      font: '13px "JetBrains Mono Variable"',
      grid: { stroke: grid, width: 1 },
      ticks: { show: false },
    };
    const chart = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        cursor: { y: false, drag: { x: false, y: false } },
        legend: { live: true },
        scales: { x: { time: false, distr: 3 } },
        axes: [
          {
            ...axis,
            size: 26,
            splits: () => decades,
            filter: (_, ticks) => ticks,
            values: (_, ticks) => ticks.map((tick) => tick.toExponential(0)),
          },
          { ...axis, size: 56, values: (_, ticks) => ticks.map((tick) => formatFigure(tick)) },
        ],
        series: [
          {
            label: t('rate.axis'),
            value: (_, rate) => (rate === null ? '–' : rate.toExponential(1)),
          },
          {
            label: t('run.loss'),
            stroke: line,
            width: 2,
            points: { show: false },
            value: (_, loss) => (loss === null ? '–' : formatFigure(loss)),
          },
        ],
        hooks: {
          draw: [
            (u) => {
              drawMark(u, curve.suggested, mark);
              drawMark(u, curve.burst, bad);
            },
          ],
        },
      },
      [curve.rates, curve.losses] as unknown as uPlot.AlignedData,
      element,
    );
    const observer = new ResizeObserver(() =>
      chart.setSize({ width: element.clientWidth, height: HEIGHT }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
    };
  }, [curve, colours, t]);
  return <div ref={host} role="img" aria-label={t('rate.chart')} className="w-full" />;
}

function drawMark(chart: uPlot, rate: number | undefined, colour: string): void {
  if (rate === undefined) return;
  const x = chart.valToPos(rate, 'x', true);
  const { left, top, width, height } = chart.bbox;
  if (x < left || x > left + width) return;
  const { ctx } = chart;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, top + height);
  ctx.stroke();
  ctx.restore();
}
