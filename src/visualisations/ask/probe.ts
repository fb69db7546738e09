import { isTrainable } from '../../compiler/ir.ts';
import { predictRow } from '../../core/loss.ts';
import { scaled, unscaled } from '../../core/samples.ts';
import { forwardAll } from '../../engine/figures/metrics.ts';
import type { Probe } from '../../engine/pictures/probe.ts';

/** Rows of inputs that an answer is wanted for, in the units of the data. */
export interface AskRequest {
  readonly rows: readonly (readonly number[])[];
}

/** The network's answers: numbers in the unit of the data, or shares of the classes. */
export interface AskPicture {
  readonly rows: AskRequest['rows'];
  readonly answers: readonly (readonly number[])[];
}

/** What the network makes of inputs that a person typed; for inputs that are a row of numbers. */
export const askProbe: Probe<AskRequest, AskPicture> = {
  id: 'ask',
  compute: async ({ network, data, forward }, { rows }) => {
    if (!isTrainable(network)) return undefined;
    const { input } = network.source.spec;
    if (input.length !== 1 || rows.some((row) => row.length !== input[0])) return undefined;
    const { scaling, labelScaling } = data.train.samples;
    const inputs = scaled(Float32Array.from(rows.flat()), scaling);
    const raw = await forwardAll({ forward }, inputs, rows.length);
    const { width } = network.target;
    const answers = rows.map((_, i) => {
      const output = raw.slice(i * width, (i + 1) * width);
      return [...unscaled(predictRow(network.loss.spec, output), labelScaling)];
    });
    return { rows, answers };
  },
};
