import { err, ok, type Result } from '../result.ts';
import type { TextProblem } from './problem.ts';
import { type Dtype, MAX_TENSOR_RANK, MAX_TENSOR_VALUES, type Tensor, tensorOf } from './tensor.ts';

const LITERAL = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|true|false/iy;
const MOST_WHOLE = 2 ** 31 - 1;

/**
 * A tensor from nested brackets: `[[1, 2], [3, 4]]`. Whole numbers stay whole; a point anywhere makes all
 * of them float32; `true` and `false` are bool.
 */
export function readTensor(text: string): Result<Tensor, TextProblem> {
  const source = text.replaceAll('−', '-');
  const values: number[] = [];
  const types = new Set<Dtype>();
  let problem: TextProblem | undefined;
  let at = 0;

  const skip = (): void => {
    while (/\s/.test(source[at] ?? '')) at++;
  };
  const stop = (reason: TextProblem['reason'], more: Partial<TextProblem> = {}): undefined => {
    problem ??= { reason, at: at + 1, found: source[at] ?? '', ...more };
    return undefined;
  };

  function readValue(): number[] | undefined {
    skip();
    if (at >= source.length) return stop('unclosed');
    LITERAL.lastIndex = at;
    const [literal] = LITERAL.exec(source) ?? [];
    if (literal === undefined) return stop('unexpected');
    const dtype = typeOf(literal);
    const value = dtype === 'bool' ? Number(/t/i.test(literal)) : Number(literal);
    if (dtype === 'int32' && Math.abs(value) > MOST_WHOLE)
      return stop('too-large', { found: literal });
    types.add(dtype);
    if (types.has('bool') && types.size > 1) return stop('mixed-types', { found: literal });
    if (values.push(value) > MAX_TENSOR_VALUES)
      return stop('too-many', { wanted: MAX_TENSOR_VALUES });
    at += literal.length;
    return [];
  }

  /** The shape of what stands here. */
  function read(depth: number): readonly number[] | undefined {
    skip();
    if (source[at] !== '[') return readValue();
    if (depth >= MAX_TENSOR_RANK) return stop('too-deep', { wanted: MAX_TENSOR_RANK });
    const opening = at++;
    let first: readonly number[] | undefined;
    for (let count = 0; ; count++) {
      skip();
      if (source[at] === ']') {
        at++;
        return first ? [count, ...first] : stop('no-values', { at: opening + 1, found: '[' });
      }
      const start = at;
      const shape = read(depth + 1);
      if (!shape) return undefined;
      first ??= shape;
      if (shape.length !== first.length)
        return stop('mixed-depth', { at: start + 1, found: source[start] ?? '' });
      const axis = shape.findIndex((size, i) => size !== first?.[i]);
      if (axis >= 0) {
        return stop('ragged', {
          at: start + 1,
          found: source[start] ?? '',
          got: shape[axis] ?? 0,
          wanted: first[axis] ?? 0,
        });
      }
      skip();
      if (source[at] === ',') at++;
      else if (source[at] !== ']') return stop(at < source.length ? 'unexpected' : 'unclosed');
    }
  }

  if (source.trim() === '') return err({ reason: 'empty', at: 1, found: '' });
  const shape = read(0);
  skip();
  if (shape && at < source.length) stop('left-over');
  if (problem || !shape) return err(problem ?? { reason: 'empty', at: 1, found: '' });
  const dtype = types.has('bool') ? 'bool' : types.has('float32') ? 'float32' : 'int32';
  return ok(tensorOf(dtype, shape, (i) => values[i] ?? 0));
}

function typeOf(literal: string): Dtype {
  if (/^[tf]/i.test(literal)) return 'bool';
  return /[.e]/i.test(literal) ? 'float32' : 'int32';
}
