import { describe, expect, it } from 'vitest';
import { drawNormal, drawUniform } from '../../src/core/philox.ts';
import { readShape, readSlices, readWholes } from '../../src/core/tensor/read-parts.ts';
import { readTensor } from '../../src/core/tensor/read-tensor.ts';

describe('a typed tensor', () => {
  it.each([
    ['3', 'int32', [], [3]],
    ['3.', 'float32', [], [3]],
    ['-1e-1', 'float32', [], [Math.fround(-0.1)]],
    ['[1, 2.5]', 'float32', [2], [1, 2.5]],
    [' [ [1,2] , [3,4] ] ', 'int32', [2, 2], [1, 2, 3, 4]],
    ['[[1, 2],\n [3, 4],\n]', 'int32', [2, 2], [1, 2, 3, 4]],
    ['[−1, +2]', 'int32', [2], [-1, 2]],
    ['[True, false]', 'bool', [2], [1, 0]],
  ])('%s is read', (text, dtype, shape, values) => {
    expect(readTensor(text)).toEqual({ ok: true, value: { dtype, shape, values } });
  });

  it.each([
    ['', 'empty', 1, ''],
    ['  ', 'empty', 1, ''],
    ['abc', 'unexpected', 1, 'a'],
    ['[1, x]', 'unexpected', 5, 'x'],
    ['[1 2]', 'unexpected', 4, '2'],
    ['[1, 2', 'unclosed', 6, ''],
    ['[1, ', 'unclosed', 5, ''],
    ['[1] 2', 'left-over', 5, '2'],
    ['[[1, 2], [3]]', 'ragged', 10, '['],
    ['[1, [2]]', 'mixed-depth', 5, '['],
    ['[[1], 2]', 'mixed-depth', 7, '2'],
    ['[1, true]', 'mixed-types', 5, 'true'],
    ['[[1], []]', 'no-values', 7, '['],
    ['[3000000000]', 'too-large', 2, '3000000000'],
    ['[[[[[[[1]]]]]]]', 'too-deep', 7, '['],
  ])('%s breaks with a reason and a place', (text, reason, at, found) => {
    expect(readTensor(text)).toMatchObject({ ok: false, error: { reason, at, found } });
  });

  it('says how long the odd row is and how long it should be', () => {
    expect(readTensor('[[1, 2, 3], [4, 5]]')).toMatchObject({ error: { got: 2, wanted: 3 } });
  });

  it('stops at ten thousand values', () => {
    const row = (count: number): string => `[${'1,'.repeat(count)}]`;
    expect(readTensor(row(10_000)).ok).toBe(true);
    expect(readTensor(row(10_001))).toMatchObject({ error: { reason: 'too-many' } });
  });

  it('survives any depth of brackets', () => {
    expect(readTensor('['.repeat(100_000)).ok).toBe(false);
  });
});

describe('parts that are typed', () => {
  it('are whole numbers, sizes, places and ranges', () => {
    expect(readWholes('[−1, 3]')).toEqual({ ok: true, value: [-1, 3] });
    expect(readWholes('')).toEqual({ ok: true, value: [] });
    expect(readShape('(2, 3)')).toEqual({ ok: true, value: [2, 3] });
    expect(readSlices('2:5, -1, :')).toEqual({
      ok: true,
      value: [{ start: 2, end: 5 }, { at: -1 }, { start: undefined, end: undefined }],
    });
  });

  it.each([
    [readWholes, '1, two', 'not-whole', 4, 'two'],
    [readShape, '2, 0', 'not-size', 4, '0'],
    [readShape, '2, -1', 'not-size', 4, '-1'],
    [readSlices, '1:2:3', 'not-part', 1, '1:2:3'],
    [readSlices, '0:1,, 2', 'not-part', 5, ''],
  ])('%o %s: break with a reason and a place', (read, text, reason, at, found) => {
    expect(read(text)).toMatchObject({ ok: false, error: { reason, at, found } });
  });
});

/** Starting weights of the course's labs, printed by TensorFlow 1: seed 777, the operation's seed, the values. */
const printed: readonly (readonly [number, readonly number[]])[] = [
  [3, [2.20866942, -0.73225045, 0.33533147]],
  [12, [-0.8204183]],
  [7, [0.5881262]],
  [16, [-1.2801349]],
  [25, [-0.21301523]],
  [34, [-0.50969577]],
  [5, [0.8026957, 0.6786129, -1.2172834, -0.30516803, -0.3032113, 1.508257, 0.7572234, -0.7008911]],
  [14, [0.45847914, -0.9440147, -2.1179957]],
  [45, [0.7968378, 1.0126681, 1.2853057]],
  [26, [1.3851618, -0.7829766]],
  [35, [0.15798892]],
  [32, [1.7077001, 0.34572482]],
  [41, [-1.3035111]],
  [77, [-0.083755545]],
  [20, [0.9843767, 0.4315476, 0.57160735, -1.5444564, -0.12907092, -0.95578176, -1.671402]],
];

describe('random values', () => {
  it.each(printed)('of operation seed %i are those of TensorFlow 1', (operation, values) => {
    const drawn = drawNormal(values.length, { seed: 777, operation });
    for (const [i, value] of values.entries()) expect(drawn[i]).toBeCloseTo(value, 6);
  });

  it('are uniform where that is asked for: the numbers of lab 8', () => {
    const [a, b, ...others] = drawUniform(500, { seed: 777, operation: 9 });
    expect(a).toBeCloseTo(0.08186948, 8);
    expect(b).toBeCloseTo(0.42999184, 8);
    expect(others.every((value) => value >= 0 && value < 1)).toBe(true);
  });
});
