import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RUN_COLOURS, runColour, runDash } from '../../src/visualisations/run-colour.ts';

const css = readFileSync('src/ui/kit/tokens.css', 'utf8');

/** A token's colour in linear light, from 0 to 1. */
function linear(token: string, theme: 'light' | 'dark'): number[] {
  const [, light = '', dark = ''] =
    new RegExp(`\\n  ${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css) ?? [];
  const hex = theme === 'light' ? light : dark;
  return [1, 3, 5].map((i) => {
    const value = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

const times = (matrix: readonly number[], [r = 0, g = 0, b = 0]: readonly number[]): number[] =>
  [0, 3, 6].map(
    (at) => (matrix[at] ?? 0) * r + (matrix[at + 1] ?? 0) * g + (matrix[at + 2] ?? 0) * b,
  );

/** How colours look without one of the three kinds of cones. Machado et al. 2009, severity 1. */
const visions = {
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deutan: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritan: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

/** Oklab, Ottosson 2020. */
function lab(colour: readonly number[]): number[] {
  const cones = times(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566,
      0.0883024619, 0.2817188376, 0.6299787005,
    ],
    colour.map((value) => Math.max(0, value)),
  ).map(Math.cbrt);
  return times(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099,
      0.0259040371, 0.7827717662, -0.808675766,
    ],
    cones,
  );
}

const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));

const luminance = ([r = 0, g = 0, b = 0]: readonly number[]): number =>
  0.2126 * r + 0.7152 * g + 0.0722 * b;

describe.each(['light', 'dark'] as const)('runs that are compared, %s', (theme) => {
  const tokens = [
    '--accent',
    '--warn',
    ...Array.from({ length: RUN_COLOURS }, (_, i) => runColour(i)),
  ];

  it.each(Object.entries(visions))('can be told apart with %s colour vision', (_, vision) => {
    for (const [i, a] of tokens.entries()) {
      for (const b of tokens.slice(Math.max(2, i + 1))) {
        const [one, other] = [a, b].map((token) => lab(times(vision, linear(token, theme))));
        expect(apart(one ?? [], other ?? []), `${a} and ${b}`).toBeGreaterThan(0.11);
      }
    }
  });

  it('stand out from what they are drawn on', () => {
    const ground = luminance(linear('--surface', theme));
    for (const token of tokens) {
      const own = luminance(linear(token, theme));
      const ratio = (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
      expect(ratio, token).toBeGreaterThan(3);
    }
  });
});

it('no two of fifteen runs have the same line', () => {
  const lines = Array.from({ length: 15 }, (_, i) => `${runColour(i)} ${runDash(i).join(' ')}`);
  expect(new Set(lines).size).toBe(15);
});
