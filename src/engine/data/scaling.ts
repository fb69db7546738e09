import { assertNever } from '../../core/assert-never.ts';
import type { Preparation, ScalingMethod } from '../../core/preparation.ts';
import type { Column, Samples, Scaling } from '../../core/samples.ts';

/** Keeps the largest value just below one, and a column of equal values finite: the lecture's own. */
const MIN_MAX_ROOM = 1e-7;
/** What stands for the deviation of values that are all the same. */
const MIN_DEVIATION = 1e-6;

/** How inputs and labels are to be scaled, as measured on the rows for training. */
export function measureScalings(
  train: Samples,
  { standardise, columns: methods }: Preparation,
): Pick<Samples, 'scaling' | 'labelScaling'> {
  const { columns, target } = train.spec;
  if (!methods || !columns) return standardise ? { scaling: wholeScaling(train) } : {};
  const methodOf = ({ index }: Column): ScalingMethod => methods.byIndex[index] ?? methods.rest;
  const scaling = columnScaling(train.x, columns.inputs.map(methodOf));
  const labelScaling =
    target.type === 'numbers' ? columnScaling(train.y, columns.labels.map(methodOf)) : undefined;
  return { ...(scaling && { scaling }), ...(labelScaling && { labelScaling }) };
}

/** Mean and standard deviation over all values of all inputs, as a network would see them. */
function wholeScaling({ x }: Samples): Scaling {
  const unit = x instanceof Uint8Array ? 1 / 255 : 1;
  const { mean, deviation } = spreadOf(x, 0, 1);
  return { shift: [mean * unit], scale: [Math.max(deviation * unit, MIN_DEVIATION)] };
}

/** Shift and scale of each column of [rows, columns]; nothing where all stay as they are. */
function columnScaling(
  values: Samples['x'],
  methods: readonly ScalingMethod[],
): Scaling | undefined {
  if (methods.every((method) => method === 'none')) return undefined;
  const found = methods.map((method, column) => measure(values, column, methods.length, method));
  return { shift: found.map(({ shift }) => shift), scale: found.map(({ scale }) => scale) };
}

function measure(
  values: Samples['x'],
  column: number,
  columns: number,
  method: ScalingMethod,
): { shift: number; scale: number } {
  switch (method) {
    case 'none':
      return { shift: 0, scale: 1 };
    case 'minMax': {
      let min = Number.POSITIVE_INFINITY;
      let max = Number.NEGATIVE_INFINITY;
      for (let i = column; i < values.length; i += columns) {
        min = Math.min(min, values[i] as number);
        max = Math.max(max, values[i] as number);
      }
      return { shift: min, scale: max - min + MIN_MAX_ROOM };
    }
    case 'standard': {
      const { mean, deviation } = spreadOf(values, column, columns);
      return { shift: mean, scale: deviation || 1 };
    }
    default:
      return assertNever(method);
  }
}

/** Mean and population standard deviation of every `step`-th value. Welford 1962. */
function spreadOf(
  values: Samples['x'],
  from: number,
  step: number,
): { mean: number; deviation: number } {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (let i = from; i < values.length; i += step) {
    count += 1;
    const distance = (values[i] as number) - mean;
    mean += distance / count;
    squares += distance * ((values[i] as number) - mean);
  }
  return { mean, deviation: count > 0 ? Math.sqrt(squares / count) : 0 };
}
