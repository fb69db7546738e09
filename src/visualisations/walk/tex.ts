import { assertNever } from '../../core/assert-never.ts';
import type { Derivative, Slope } from '../../core/derivative.ts';
import type { LossSpec } from '../../core/loss.ts';
import type { OptimizerSettings } from '../../document/training-schema.ts';
import type { Sum } from '../../engine/walk/sum.ts';
import { formatTerm } from '../../ui/kit/format.ts';

/** A number within a formula; as a factor, one below zero stands in brackets. */
export function texNumber(value: number, factor = false): string {
  const text = formatTerm(value)
    .replaceAll('−', '-')
    .replace(
      /e([+-]?)(\d+)/,
      (_, sign: string, power: string) => `\\cdot 10^{${sign === '+' ? '' : sign}${power}}`,
    )
    .replace('∞', '\\infty')
    .replace('NaN', '\\text{NaN}');
  return factor && text.startsWith('-') ? `(${text})` : text;
}

const functionNames: Readonly<Record<Slope['name'], string>> = {
  sigmoid: '\\sigma',
  tanh: '\\tanh',
  linear: '\\mathrm{id}',
  bent: '\\mathrm{relu}',
  elu: '\\mathrm{elu}',
  selu: '\\mathrm{selu}',
  gelu: '\\mathrm{gelu}',
  softplus: '\\mathrm{softplus}',
  swish: '\\mathrm{swish}',
  hardSigmoid: '\\mathrm{hard}\\,\\sigma',
};

/** What a slope is, as people write it. */
const slopeForms: Partial<Readonly<Record<Slope['name'], string>>> = {
  sigmoid: "\\sigma'(z) = a\\,(1 - a)",
  tanh: "\\tanh'(z) = 1 - a^2",
  linear: "f'(z) = 1",
};

/** How a value comes about, with letters. */
export function valueTex(derivative: Derivative | undefined): string | undefined {
  switch (derivative?.of) {
    case 'product':
      return 'z_j = \\sum_i x_i\\,W_{ij} + b_j';
    case 'each':
      return `a = ${functionNames[derivative.slope.name]}(z)`;
    case 'window':
      return derivative.window.does === 'max'
        ? 'y = \\max_{k} x'
        : derivative.window.does === 'mean'
          ? 'y = \\frac{1}{n} \\sum_{k} x'
          : 'y = \\sum_{k} x \\cdot w + b';
    case 'shares':
      return 'p_j = \\dfrac{e^{z_j}}{\\sum_i e^{z_i}}';
    case 'whole':
      return derivative.takes === 'mean' ? 'y = \\frac{1}{n}\\sum x' : 'y = \\max x';
    case 'relabel':
      return 'y = x';
    case 'mask':
      return 'y = x \\cdot m';
    case 'sum':
      return 'y = x_1 + x_2 + \\dots';
    case 'mean':
      return 'y = \\frac{1}{n}(x_1 + x_2 + \\dots)';
    case 'times':
      return 'y = x_1 \\cdot x_2 \\cdots';
    case 'largest':
      return 'y = \\max(x_1, x_2, \\dots)';
    case 'concat':
      return 'y = [x_1, x_2, \\dots]';
    case undefined:
      return undefined;
    default:
      return assertNever(derivative);
  }
}

/** What a layer gives, as its formulas call it. */
export const outputLetter = (derivative: Derivative | undefined): string =>
  derivative?.of === 'product' ? 'z' : 'y';

const back = (local: string): string =>
  `\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y} \\cdot ${local}`;

/** How the loss's slope goes back through a layer, with letters. */
export function slopeTex(derivative: Derivative | undefined): string | undefined {
  switch (derivative?.of) {
    case 'product':
      return '\\frac{\\partial L}{\\partial x_i} = \\sum_j \\frac{\\partial L}{\\partial z_j}\\,W_{ij}';
    case 'each': {
      const { name } = derivative.slope;
      const form = slopeForms[name];
      const chain = `\\frac{\\partial L}{\\partial z} = \\frac{\\partial L}{\\partial a} \\cdot ${functionNames[name]}'(z)`;
      return form ? `${chain}, \\quad ${form}` : chain;
    }
    case 'window':
      return derivative.window.does === 'max' || derivative.window.does === 'mean'
        ? back('\\frac{\\partial y}{\\partial x}')
        : '\\frac{\\partial L}{\\partial x} = \\sum_{k} \\frac{\\partial L}{\\partial y} \\cdot w';
    case 'shares':
      return '\\frac{\\partial L}{\\partial z_i} = \\sum_j \\frac{\\partial L}{\\partial p_j}\\; p_j\\,(\\delta_{ij} - p_i)';
    case 'mask':
      return back('m');
    case 'relabel':
    case 'sum':
    case 'concat':
      return back('1');
    case 'mean':
      return back('\\frac{1}{n}');
    case 'whole':
      return back(
        derivative.takes === 'mean' ? '\\frac{1}{n}' : '\\frac{\\partial y}{\\partial x}',
      );
    case 'times':
      return back('\\prod_{k \\ne i} x');
    case 'largest':
      return back('\\frac{\\partial y}{\\partial x}');
    case undefined:
      return undefined;
    default:
      return assertNever(derivative);
  }
}

/** The loss's slope by a weight tensor, with letters. */
export function weightTex(derivative: Derivative | undefined, tensor: string): string {
  const by = `\\frac{\\partial L}{\\partial ${tensor}}`;
  if (tensor === 'b') return `${by} = \\sum_{r} \\frac{\\partial L}{\\partial z}`;
  if (derivative?.of === 'product') {
    return `${by} = x^{\\mathsf T} \\cdot \\frac{\\partial L}{\\partial z} = \\sum_{r} x_i\\,\\frac{\\partial L}{\\partial z_j}`;
  }
  return derivative ? `${by} = \\sum_{r,\\,p} x \\cdot \\frac{\\partial L}{\\partial y}` : by;
}

/** Up to so many products are written out in one formula. */
const WRITTEN = 2;

/** A sum of products with its numbers; nothing for one that is too long to be read. */
export function sumTex(
  { terms, rest, total }: Sum,
  added: number | undefined,
  result: number,
): string | undefined {
  if (terms.length === 0 || terms.length > WRITTEN || rest.count > 0) return undefined;
  const products = terms.map(
    ({ first, second }, i) => `${texNumber(first, i > 0)} \\cdot ${texNumber(second, true)}`,
  );
  const tail = added === undefined ? '' : ` + ${texNumber(added, true)}`;
  return `${products.join(' + ')}${tail} = ${texNumber(added === undefined ? total : result)}`;
}

/** Windows with more numbers are not written out. */
const WINDOW = 25;

/** A value that a function makes of its inputs, with numbers; those under a window in its `columns`. */
export function madeTex(
  derivative: Derivative | undefined,
  from: readonly number[],
  columns: number | undefined,
  value: number,
): string | undefined {
  const result = texNumber(value);
  const numbers = from.map((each) => texNumber(each, true));
  switch (derivative?.of) {
    case 'each':
      return `${functionNames[derivative.slope.name]}(${texNumber(from[0] ?? 0)}) = ${result}`;
    case 'sum':
      return `${numbers.join(' + ')} = ${result}`;
    case 'mean':
      return `\\tfrac{1}{${from.length}} (${numbers.join(' + ')}) = ${result}`;
    case 'times':
      return `${numbers.join(' \\cdot ')} = ${result}`;
    case 'largest':
      return `\\max(${from.map((each) => texNumber(each)).join(', ')}) = ${result}`;
    case 'window': {
      if (columns === undefined || from.length > WINDOW) return undefined;
      const lines = Array.from({ length: from.length / columns }, (_, line) =>
        from
          .slice(line * columns, (line + 1) * columns)
          .map((each) => texNumber(each))
          .join(' & '),
      );
      return `\\max\\begin{bmatrix} ${lines.join(' \\\\ ')} \\end{bmatrix} = ${result}`;
    }
    case 'mask':
    case 'relabel':
      return `${texNumber(from[0] ?? 0)} \\;\\to\\; ${result}`;
    default:
      return undefined;
  }
}

interface Answer {
  readonly spec: LossSpec;
  readonly output: number;
  readonly target: number;
  readonly count: number;
  readonly value: number;
}

/** The slope of the loss by one answer: with letters, and with its numbers. */
export function answerTex({ spec, output, target, count, value }: Answer): [string, string] {
  const n = count === 1 ? '' : '\\frac{1}{n}';
  const share = count === 1 ? '' : `\\tfrac{1}{${count}}`;
  const [h, y, result] = [texNumber(output), texNumber(target), texNumber(value)];
  const by = '\\frac{\\partial L}{\\partial H}';
  if (spec.type === 'meanSquaredError') {
    return [
      `${by} = ${n}\\,2\\,(H - Y)`,
      `${share}\\cdot 2\\,(${h} - ${texNumber(target, true)}) = ${result}`,
    ];
  }
  if (spec.on === 'logits') {
    const squash = spec.type === 'binaryCrossentropy' ? '\\sigma(z)' : '\\mathrm{softmax}(z)';
    return [
      `\\frac{\\partial L}{\\partial z} = ${n}\\,(${squash} - Y)`,
      `${share}\\,(${texNumber(value * count + target)} - ${y}) = ${result}`,
    ];
  }
  if (spec.type === 'binaryCrossentropy') {
    return [
      `${by} = ${n}\\left(\\frac{1 - Y}{1 - H} - \\frac{Y}{H}\\right)`,
      `${share}\\left(\\tfrac{1 - ${y}}{1 - ${h}} - \\tfrac{${y}}{${h}}\\right) = ${result}`,
    ];
  }
  return [`${by} = -${n}\\,\\frac{Y}{H}`, `-${share}\\,\\tfrac{${y}}{${h}} = ${result}`];
}

const rules: Readonly<Record<OptimizerSettings['type'], string>> = {
  sgd: 'w \\leftarrow w - \\eta\\, g',
  momentum: 'm \\leftarrow \\beta m + g, \\quad w \\leftarrow w - \\eta\\, m',
  nesterov: 'm \\leftarrow \\beta m + g, \\quad w \\leftarrow w - \\eta\\,(g + \\beta m)',
  rmsprop:
    's \\leftarrow \\rho s + (1 - \\rho) g^2, \\quad w \\leftarrow w - \\eta\\, g / \\sqrt{s + \\epsilon}',
  adagrad: 's \\leftarrow s + g^2, \\quad w \\leftarrow w - \\eta\\, g / \\sqrt{s + \\epsilon}',
  adadelta: 'w \\leftarrow w - \\eta\\, g\\,\\sqrt{u + \\epsilon} / \\sqrt{s + \\epsilon}',
  adam: 'w \\leftarrow w - \\eta\\, \\hat m / (\\sqrt{\\hat v} + \\epsilon)',
  adamax: 'w \\leftarrow w - \\eta\\, \\hat m / (u + \\epsilon)',
};

/** What an update rule does, with letters. */
export const ruleTex = ({ type }: OptimizerSettings): string => rules[type];

/** A setting as it was typed. */
const texRate = (rate: number): string => (rate >= 1e-4 ? String(rate) : texNumber(rate));

/** Plain descent with its numbers. */
export const stepTex = (weight: number, gradient: number, rate: number, next: number): string =>
  `${texNumber(weight)} - ${texRate(rate)} \\cdot ${texNumber(gradient, true)} = ${texNumber(next)}`;
