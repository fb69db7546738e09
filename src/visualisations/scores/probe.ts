import { type Ir, isTrainable } from '../../compiler/ir.ts';
import { predictRow, sampleLoss } from '../../core/loss.ts';
import { inputWidth, readInputs } from '../../core/samples.ts';
import type { Shape } from '../../core/shape.ts';
import type { EncodedSet } from '../../engine/data.ts';
import { createPictureKeeper } from '../../engine/kept-picture.ts';
import { classOf, outputsOf } from '../../engine/metrics.ts';
import type { Probe } from '../../engine/probe.ts';

/** Which samples are listed: the worst mistakes, or those of one cell of the matrix. */
export interface ScoresRequest {
  readonly cell: readonly [label: number, prediction: number] | undefined;
  /** Samples that are listed at most. */
  readonly most: number;
}

/** One sample of the list. */
export interface ScoredSample {
  readonly index: number;
  readonly label: number;
  readonly prediction: number;
  readonly loss: number;
}

/** How well a network tells the classes of the test rows apart; of the training rows where none are set apart. */
export interface ScoresPicture {
  readonly part: 'train' | 'test';
  readonly step: number;
  /** Rows that were counted. */
  readonly rows: number;
  readonly classes: number;
  /** [label, prediction], how often. */
  readonly matrix: Uint32Array;
  readonly listed: readonly ScoredSample[];
  /** The listed images one after another, as the network sees them. */
  readonly images: { readonly shape: Shape; readonly values: Float32Array };
}

/** A large training set is counted on this many rows. */
const MOST_ROWS = 10_000;

const keep = createPictureKeeper<ScoresPicture>('epoch');

/** Confusion matrix, and the samples behind its cells. */
export const scoresProbe: Probe<ScoresRequest, ScoresPicture> = {
  id: 'scores',
  compute: ({ network, data, forward, moment }, request) =>
    keep(data, moment, [network.nodes.length, request], async () => {
      const { target } = network.source.spec;
      if (!isTrainable(network) || target.type !== 'classes') return undefined;
      const set = data.test ?? data.train;
      if (set.rows > MOST_ROWS) return undefined;
      const raw = await outputsOf({ forward }, set);
      if (!raw) return undefined;
      const part = data.test ? 'test' : 'train';
      return { part, step: moment.step, ...score(network, set, raw, target.count, request) };
    }),
};

function score(
  ir: Ir,
  set: EncodedSet,
  raw: Float32Array,
  classes: number,
  { cell, most }: ScoresRequest,
) {
  const { width } = ir.target;
  const matrix = new Uint32Array(classes * classes);
  const all: ScoredSample[] = [];
  for (let index = 0; index < set.rows; index++) {
    const output = raw.slice(index * width, (index + 1) * width);
    const y = set.y.subarray(index * width, (index + 1) * width);
    const loss = sampleLoss(ir.loss.spec, output, y);
    const prediction = classOf(predictRow(ir.loss.spec, output));
    const label = set.samples.y[index] ?? 0;
    const at = label * classes + prediction;
    matrix[at] = (matrix[at] ?? 0) + 1;
    const isWanted = cell ? label === cell[0] && prediction === cell[1] : label !== prediction;
    if (isWanted) all.push({ index, label, prediction, loss });
  }
  const listed = all.sort((a, b) => b.loss - a.loss).slice(0, most);
  const size = inputWidth(set.samples);
  const values = new Float32Array(listed.length * size);
  listed.forEach(({ index }, i) => {
    values.set(readInputs(set.samples, index, index + 1), i * size);
  });
  const images = { shape: ir.source.spec.input, values };
  return { rows: set.rows, classes, matrix, listed, images };
}
