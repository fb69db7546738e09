import { type Ir, isTrainable } from '../../compiler/ir.ts';
import { predictRow, sampleLoss } from '../../core/loss.ts';
import { inputWidth, readInputs } from '../../core/samples.ts';
import type { Shape } from '../../core/shape.ts';
import type { Judged } from '../../engine/figures/evaluator.ts';
import { classOf } from '../../engine/figures/metrics.ts';
import type { Probe } from '../../engine/pictures/probe.ts';

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

/** Confusion matrix, and the samples behind its cells; as of the last evaluation, which costs nothing anew. */
export const scoresProbe: Probe<ScoresRequest, ScoresPicture> = {
  id: 'scores',
  compute: async ({ network, judged }, request) => {
    const { target } = network.source.spec;
    const found = judged();
    if (!isTrainable(network) || target.type !== 'classes' || !found) return undefined;
    return { part: found.part, step: found.step, ...score(network, found, target.count, request) };
  },
};

function score(
  ir: Ir,
  { set, raw, indexOf }: Judged,
  classes: number,
  { cell, most }: ScoresRequest,
) {
  const { width } = ir.target;
  const matrix = new Uint32Array(classes * classes);
  const all: (ScoredSample & { readonly row: number })[] = [];
  for (let row = 0; row < set.rows; row++) {
    const output = raw.slice(row * width, (row + 1) * width);
    const y = set.y.subarray(row * width, (row + 1) * width);
    const loss = sampleLoss(ir.loss.spec, output, y);
    const prediction = classOf(predictRow(ir.loss.spec, output));
    const label = set.samples.y[row] ?? 0;
    const at = label * classes + prediction;
    matrix[at] = (matrix[at] ?? 0) + 1;
    const isWanted = cell ? label === cell[0] && prediction === cell[1] : label !== prediction;
    if (isWanted) all.push({ row, index: indexOf(row), label, prediction, loss });
  }
  const listed = all.sort((a, b) => b.loss - a.loss).slice(0, most);
  const size = inputWidth(set.samples);
  const values = new Float32Array(listed.length * size);
  listed.forEach(({ row }, i) => {
    values.set(readInputs(set.samples, row, row + 1), i * size);
  });
  const images = { shape: ir.source.spec.input, values };
  return { rows: set.rows, classes, matrix, listed, images };
}
