import type uPlot from 'uplot';

/** A place on the chart with a word at it: where a run broke, where it began to overfit. */
export interface Mark {
  readonly step: number;
  /** On the curve; without one, a line from top to bottom. */
  readonly value: number | undefined;
  readonly text: string;
  /** A colour token. */
  readonly colour: string;
}

const SIZE = 4;

/** Draws marks over the curves. */
export function drawMarks(
  chart: uPlot,
  marks: readonly Mark[],
  colourOf: (token: string) => string,
) {
  const { ctx } = chart;
  const { left, top, width, height } = chart.bbox;
  ctx.save();
  ctx.font = `${12 * devicePixelRatio}px "Inter Variable", "Noto Sans KR Variable", sans-serif`;
  ctx.lineWidth = 1.6 * devicePixelRatio;
  for (const { step, value, text, colour } of marks) {
    const x = chart.valToPos(step, 'x', true);
    if (x < left || x > left + width) continue;
    ctx.strokeStyle = colourOf(colour);
    ctx.fillStyle = ctx.strokeStyle;
    ctx.beginPath();
    const y =
      value === undefined
        ? top
        : Math.min(top + height, Math.max(top + 8, chart.valToPos(value, 'y', true)));
    if (value === undefined) {
      ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
      ctx.moveTo(x, top);
      ctx.lineTo(x, top + height);
    } else {
      const arm = SIZE * devicePixelRatio;
      ctx.setLineDash([]);
      ctx.moveTo(x - arm, y - arm);
      ctx.lineTo(x + arm, y + arm);
      ctx.moveTo(x + arm, y - arm);
      ctx.lineTo(x - arm, y + arm);
    }
    ctx.stroke();
    const isLate = x > left + width * 0.6;
    ctx.textAlign = isLate ? 'right' : 'left';
    ctx.textBaseline = 'top';
    // A halo keeps the word readable over the curves.
    ctx.strokeStyle = colourOf('--surface');
    ctx.lineWidth = 4 * devicePixelRatio;
    ctx.setLineDash([]);
    ctx.strokeText(text, x + (isLate ? -8 : 8) * devicePixelRatio, y);
    ctx.lineWidth = 1.6 * devicePixelRatio;
    ctx.fillText(text, x + (isLate ? -8 : 8) * devicePixelRatio, y);
  }
  ctx.restore();
}
