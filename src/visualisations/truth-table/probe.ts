import { isTrainable } from '../../compiler/ir.ts';
import { predictRow, sampleLoss } from '../../core/loss.ts';
import { readInputs, unscaled } from '../../core/samples.ts';
import { classOf, forwardAll } from '../../engine/figures/metrics.ts';
import type { Probe } from '../../engine/pictures/probe.ts';

/** How many rows are wanted. */
export interface TableRequest {
  readonly rows: number;
}

/** One sample and what the network makes of it. */
export interface TableRow {
  readonly x: readonly number[];
  /** Class, or the label's numbers. */
  readonly y: readonly number[];
  /** What the network gives: numbers in the unit of the data, or one a class. */
  readonly output: readonly number[];
  /** The class it names; for regression its number. */
  readonly prediction: number;
  readonly loss: number;
}

/** The first rows of the training set, in the units of the data. */
export interface TablePicture {
  readonly rows: readonly TableRow[];
  readonly total: number;
}

/** Inputs, label, output, prediction and loss of each sample; for inputs that are a row of numbers. */
export const tableProbe: Probe<TableRequest, TablePicture> = {
  id: 'truth-table',
  compute: async ({ network: ir, data, forward }, request) => {
    if (!isTrainable(ir)) return undefined;
    const { input, target } = ir.source.spec;
    if (input.length !== 1) return undefined;
    const { train } = data;
    const count = Math.min(request.rows, train.rows);
    const inputs = input[0] ?? 0;
    const { width } = ir.target;
    const { samples } = train;
    const raw = await forwardAll({ forward }, readInputs(samples, 0, count), count);
    const told = target.type === 'numbers' ? target.size : 1;
    const rows = Array.from({ length: count }, (_, i): TableRow => {
      const output = raw.slice(i * width, (i + 1) * width);
      const loss = sampleLoss(ir.loss.spec, output, train.y.slice(i * width, (i + 1) * width));
      const answer = unscaled(predictRow(ir.loss.spec, output), samples.labelScaling);
      return {
        x: [...samples.x.slice(i * inputs, (i + 1) * inputs)],
        y: [...samples.y.slice(i * told, (i + 1) * told)],
        output: [...answer],
        prediction: target.type === 'classes' ? classOf(answer) : (answer[0] ?? 0),
        loss,
      };
    });
    return { rows, total: train.rows };
  },
};
