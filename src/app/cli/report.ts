import type { Ir } from '../../compiler/ir.ts';
import { predictRow } from '../../core/loss.ts';
import type { Shape } from '../../core/shape.ts';
import type { WeightMap } from '../../engine/executor.ts';
import type { Frame } from '../../engine/frame.ts';
import { formatCount, formatFigure, formatRate, formatShare } from '../../ui/kit/format.ts';

/** Time between two report lines, in ms. */
const INTERVAL = 250;
const BAR = 30;

/** What is told of a training while it runs. Numbers that are none, or not there, are null. */
export const figuresOf = ({ step, epoch, train, test, stepsPerSecond }: Frame) => ({
  step,
  epoch,
  loss: train?.loss ?? null,
  accuracy: train?.accuracy ?? null,
  testLoss: test?.loss ?? null,
  testAccuracy: test?.accuracy ?? null,
  stepsPerSecond: Math.round(stepsPerSecond),
});

/** Reports now and then: an object a line, or a bar that is drawn over itself on a terminal. */
export function createReporter(json: boolean, share: (frame: Frame) => number) {
  let lastAt = Number.NEGATIVE_INFINITY;
  let drawn = false;
  return {
    report: (frame: Frame): void => {
      const now = performance.now();
      if (frame.step === 0 || now - lastAt < INTERVAL) return;
      lastAt = now;
      if (json) process.stdout.write(`${JSON.stringify(figuresOf(frame))}\n`);
      else if (process.stderr.isTTY) {
        process.stderr.write(`\r${bar(share(frame))} ${summary(frame)}\u001b[K`);
        drawn = true;
      }
    },
    /** Leaves the bar's line. */
    end: (frame: Frame): void => {
      if (drawn) process.stderr.write(`\r${bar(share(frame))} ${summary(frame)}\u001b[K\n`);
    },
  };
}

function bar(share: number): string {
  const full = Math.round(BAR * Math.min(1, share));
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`;
}

/** A training in one line. */
export function summary({ step, train, test, stepsPerSecond, choice }: Frame): string {
  const accuracy = train?.accuracy === undefined ? [] : [`accuracy ${formatShare(train.accuracy)}`];
  const tested =
    test?.accuracy === undefined ? [] : [`test accuracy ${formatShare(test.accuracy)}`];
  return [
    `step ${formatCount(step)}`,
    `loss ${train ? formatFigure(train.loss) : '–'}`,
    ...accuracy,
    ...tested,
    `${formatRate(stepsPerSecond)} steps/s on ${choice.name}`,
  ].join('  ');
}

/** Weights by node and name, in rows as they are written. */
export const printableWeights = (ir: Ir, weights: WeightMap) =>
  Object.fromEntries(
    ir.nodes
      .filter((node) => node.weights.length > 0)
      .map((node) => [
        node.id,
        Object.fromEntries(
          node.weights.map(({ name, shape }, i) => [
            name,
            nested([...(weights[node.id]?.[i] ?? [])], shape),
          ]),
        ),
      ]),
  );

/** Predictions row by row: what the network says of each sample. */
export function printableOutputs(ir: Ir, raw: Float32Array): number[][] {
  const { width } = ir.target;
  return Array.from({ length: raw.length / width }, (_, row) => [
    ...predictRow(ir.loss.spec, raw.slice(row * width, (row + 1) * width)),
  ]);
}

type Nested = number | undefined | Nested[];

function nested(values: number[], shape: Shape): Nested {
  const [length, ...inner] = shape;
  if (length === undefined) return values[0];
  const size = values.length / length;
  return Array.from({ length }, (_, i) => nested(values.slice(i * size, (i + 1) * size), inner));
}
