import { isTrainable } from '../../compiler/ir.ts';
import { predictRow } from '../../core/loss.ts';
import { type Samples, scaled, unscaled } from '../../core/samples.ts';
import { forwardAll } from '../../engine/figures/metrics.ts';
import type { Probe, ProbeContext } from '../../engine/pictures/probe.ts';

/** How many points of the data are wanted at most. */
export interface FitRequest {
  readonly points: number;
}

/** What the network makes of every input along its one axis, in the units of the data. */
export interface FitPicture {
  /** Inputs from left to right. */
  readonly x: Float32Array;
  /** [inputs, width]: answers. */
  readonly h: Float32Array;
  readonly width: number;
  readonly points: readonly FitPoint[];
}

/** A sample, and what the network makes of it. */
export interface FitPoint {
  readonly x: number;
  readonly y: number;
  /** Its answer; for several classes, the share of the right one. */
  readonly h: number;
  readonly test: boolean;
}

/** Inputs that the line is drawn through. */
const ALONG = 121;
/** Room left and right of the outermost points. */
const MARGIN = 0.12;

/** The line or curve of a network with one input, over the points that it is to fit. */
export const fitProbe: Probe<FitRequest, FitPicture> = {
  id: 'fit',
  compute: async (context, { points: most }) => {
    const { network, data } = context;
    if (!isTrainable(network) || network.source.spec.input.join() !== '1') return undefined;
    const [low, high] = rangeOf([data.train.samples, ...(data.test ? [data.test.samples] : [])]);
    const room = (high - low || 1) * MARGIN;
    const x = Float32Array.from(
      { length: ALONG },
      (_, i) => low - room + ((high - low + 2 * room) * i) / (ALONG - 1),
    );
    const { width } = network.target;
    const h = await answersTo(context, x, width);
    const points: FitPoint[] = [];
    for (const [set, test] of [
      [data.train, false],
      [data.test, true],
    ] as const) {
      if (!set) continue;
      const rows = Math.min(most, set.rows);
      const inputs = Float32Array.from(set.samples.x.subarray(0, rows));
      const answers = await answersTo(context, inputs, width);
      const told = set.samples.y.length / set.rows;
      for (let row = 0; row < rows; row++) {
        const y = set.samples.y[row * told] ?? 0;
        const column = network.target.encoding === 'oneHot' ? y : 0;
        points.push({
          x: inputs[row] ?? 0,
          y: network.target.encoding === 'oneHot' ? 1 : y,
          h: answers[row * width + column] ?? 0,
          test,
        });
      }
    }
    return { x, h, width, points };
  },
};

/** Answers [inputs, width] in the unit of the data. */
async function answersTo(
  { network, data, forward }: ProbeContext,
  x: Float32Array,
  width: number,
): Promise<Float32Array> {
  const { scaling, labelScaling } = data.train.samples;
  const raw = (await forwardAll({ forward }, scaled(x, scaling), x.length)).slice();
  if (isTrainable(network)) {
    for (let at = 0; at < raw.length; at += width) {
      predictRow(network.loss.spec, raw.subarray(at, at + width));
    }
  }
  return unscaled(raw, labelScaling);
}

function rangeOf(sets: readonly Samples[]): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { x } of sets) {
    for (const value of x) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low <= high ? [low, high] : [0, 1];
}
