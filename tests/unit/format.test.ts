import { expect, it } from 'vitest';
import { formatFigure, formatShare, formatTerm } from '../../src/ui/kit/format.ts';
import { texNumber } from '../../src/visualisations/walk/tex.ts';

it.each([
  [-1.73e-5, '−1.73e−5'],
  [3.07e-5, '3.07e−5'],
  [-2.5e6, '−2.50e+6'],
  [-0.25, '−0.2500'],
])('writes one minus sign, before a number and in its exponent: %d', (value, text) => {
  expect(formatFigure(value)).toBe(text);
});

it.each([
  [-1.73e-5, '-1.73\\cdot 10^{-5}'],
  [3.07e-5, '3.07\\cdot 10^{-5}'],
  [-25e5, '-2.50\\cdot 10^{6}'],
  [-3, '-3'],
])('writes powers of ten in formulas: %d', (value, text) => {
  expect(texNumber(value)).toBe(text);
});

it('writes whole numbers of an arithmetic as they are', () => {
  expect(formatTerm(-10)).toBe('−10');
});

it('writes a share that is whole in percent without a tenth, whatever the product rounds to', () => {
  for (let solved = 0; solved <= 100; solved++) {
    expect(formatShare(solved / 100)).toBe(`${solved} %`);
  }
  expect(formatShare(0.875)).toBe('87.5 %');
  // Nearly all is not all.
  expect(formatShare(0.99999)).toBe('100.0 %');
});
