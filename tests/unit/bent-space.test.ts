import { describe, expect, it } from 'vitest';
import { principalComponents, projected } from '../../src/core/principal-components.ts';
import { createRandom } from '../../src/core/random.ts';
import { defaultTraining } from '../../src/document/training-schema.ts';
import { extentOf, ticksBetween } from '../../src/visualisations/bent-space/extent.ts';
import { halfBox, placesOf } from '../../src/visualisations/bent-space/paint.ts';
import type { BentPicture } from '../../src/visualisations/bent-space/probe.ts';
import { chain } from '../support/graphs.ts';
import { startSession } from '../support/sessions.ts';

describe('principal components', () => {
  it('are those of a known case', () => {
    // Covariance [[2, 1], [1, 2]] up to a factor: variances 3 and 1 along the diagonals.
    const [long, short] = [Math.sqrt(3), 1];
    const rows = [
      [long, long],
      [-long, -long],
      [short, -short],
      [-short, short],
    ].map(([x = 0, y = 0]) => [x + 5, y - 2]);
    const { mean, directions, shares } = principalComponents(
      Float32Array.from(rows.flat()),
      rows.length,
      2,
    );
    expect([...mean].map((value) => Math.round(value * 1e5) / 1e5)).toEqual([5, -2]);
    const half = Math.SQRT1_2;
    [half, half].forEach((value, i) => {
      expect(directions[i]).toBeCloseTo(value, 6);
    });
    expect((directions[2] ?? 0) * (directions[3] ?? 0)).toBeCloseTo(-0.5, 6);
    expect(shares[0]).toBeCloseTo(0.75, 6);
    expect(shares[1]).toBeCloseTo(0.25, 6);
  });

  it('find the plane that wide rows lie in, and keep their signs from one look to the next', () => {
    const random = createRandom(3);
    const width = 40;
    const axes = [0, 1].map(() => Array.from({ length: width }, () => random.normal()));
    const rows = Array.from({ length: 60 }, () => {
      const [a, b] = [5 * random.normal(), random.normal()];
      return axes[0]?.map((x, i) => a * x + b * (axes[1]?.[i] ?? 0)) ?? [];
    });
    const values = Float32Array.from(rows.flat());
    const found = principalComponents(values, rows.length, width);
    expect(found.shares[0] + found.shares[1]).toBeCloseTo(1, 5);
    expect(found.shares[0]).toBeGreaterThan(found.shares[1]);
    const places = projected(values, rows.length, found);
    // Distances are kept: nothing of the rows lies outside the plane.
    const apart = (all: Float32Array, size: number): number =>
      Math.hypot(...Array.from({ length: size }, (_, i) => (all[i] ?? 0) - (all[size + i] ?? 0)));
    expect(apart(places, 2)).toBeCloseTo(apart(values, width), 3);
    const next = principalComponents(
      values.map((value) => -value),
      rows.length,
      width,
      found,
    );
    for (let i = 0; i < 2 * width; i++) {
      expect(next.directions[i]).toBeCloseTo(found.directions[i] ?? Number.NaN, 4);
    }
  });

  it('have numbers where all rows are the same', () => {
    const { shares, directions } = principalComponents(new Float32Array(12).fill(3), 4, 3);
    expect(shares).toEqual([0, 0]);
    expect([...directions].every(Number.isFinite)).toBe(true);
  });
});

const xor = (units: number) =>
  chain(
    ['points', { dataset: 'xor' }],
    ['dense', { units }],
    ['tanh'],
    ['dense', { units: 1 }],
    ['sigmoid'],
    ['loss'],
  );
const plane = { x: [-0.5, 1.5], y: [-0.5, 1.5] } as const;

async function bentOf(units: number, at: number, axes: BentPicture['axes']) {
  const session = startSession();
  const graph = xor(units);
  await session.build(graph, defaultTraining);
  await session.advance({ steps: 5 });
  const node = Object.keys(graph.nodes)[at] ?? '';
  await session.watch({ 'bent-space': { node, axes, domain: plane } });
  const { pictures, weights } = session.last();
  await session.dispose();
  return {
    ids: Object.keys(graph.nodes),
    weights,
    picture: pictures['bent-space'] as BentPicture | undefined,
  };
}

describe('a layer’s space', () => {
  it('is where the layer puts the points and the lines of the plane', async () => {
    const { picture, weights, ids } = await bentOf(2, 2, [1, 0]);
    const [kernel, bias] = weights?.[ids[1] ?? ''] ?? [];
    const unit = (k: number, x: number, y: number): number =>
      Math.tanh(x * (kernel?.[k] ?? 0) + y * (kernel?.[2 + k] ?? 0) + (bias?.[k] ?? 0));
    expect(picture?.rows).toBe(4);
    for (let row = 0; row < 4; row++) {
      const [x = 0, y = 0] = picture?.inputs.subarray(2 * row) ?? [];
      expect(picture?.points[2 * row]).toBeCloseTo(unit(1, x, y), 5);
      expect(picture?.points[2 * row + 1]).toBeCloseTo(unit(0, x, y), 5);
    }
    const last = 2 * (picture?.size ?? 0) - 2;
    expect(picture?.grid[last]).toBeCloseTo(unit(1, 1.5, 1.5), 5);
    expect(picture?.bounds).toEqual([-1, 1]);
  });

  it('has the line of the one unit that reads it, and none where it is no line', async () => {
    const { picture, weights, ids } = await bentOf(2, 2, [1, 0]);
    const [kernel, bias] = weights?.[ids[3] ?? ''] ?? [];
    expect(picture?.line).toEqual({
      node: ids[3],
      weights: [kernel?.[1], kernel?.[0]],
      offset: bias?.[0],
    });
    // Before the tanh the border is a curve; among three units it is a plane.
    expect((await bentOf(2, 1, [0, 1])).picture?.line).toBeUndefined();
    const wide = (await bentOf(3, 2, 'components')).picture;
    expect(wide?.line).toBeUndefined();
    expect(wide?.shares?.[0]).toBeGreaterThan(0.3);
  });

  it('is not drawn of units that are not there', async () => {
    expect((await bentOf(2, 2, [0, 2])).picture).toBeUndefined();
  });

  it('is half of the box on either side of the line', () => {
    const line = { a: 1, b: 0, c: -0.25 };
    expect(halfBox(line, 1)).toHaveLength(4);
    expect(Math.min(...halfBox(line, 1).map(([u]) => u))).toBeCloseTo(0.25);
    expect(Math.max(...halfBox(line, -1).map(([u]) => u))).toBeCloseTo(0.25);
    expect(halfBox({ a: 0, b: 0, c: 1 }, 1)).toHaveLength(4);
    expect(halfBox({ a: 0, b: 0, c: 1 }, -1)).toEqual([]);
  });

  it('is the input plane while it is not bent, and goes straight from there', async () => {
    const { picture } = await bentOf(2, 2, [0, 1]);
    if (!picture) throw new Error('no picture');
    const extent = extentOf(picture, undefined);
    const rest = { colourOf: () => '', markOf: () => 0, labelled: false };
    const at = (bend: number) => placesOf({ picture, bend, plane, extent, ...rest });
    // (0, 0) lies a quarter from the left and from the bottom.
    expect([...at(0).subarray(0, 2)]).toEqual([0.25, 0.75]);
    const [from, half, to] = [at(0), at(0.5), at(1)];
    for (let i = 0; i < from.length; i++) {
      expect(half[i]).toBeCloseTo(((from[i] ?? 0) + (to[i] ?? 0)) / 2, 5);
    }
  });

  it('holds its frame still while what it shows stays in sight', async () => {
    const { picture } = await bentOf(2, 1, [0, 1]);
    if (!picture) throw new Error('no picture');
    const extent = extentOf(picture, undefined);
    const scaled = (by: number) => ({
      ...picture,
      grid: picture.grid.map((value) => by * value),
      points: picture.points.map((value) => by * value),
    });
    expect(extentOf(scaled(0.99), extent)).toBe(extent);
    expect(extentOf(scaled(3), extent)).not.toBe(extent);
    expect(extentOf(scaled(0.1), extent)).not.toBe(extent);
  });

  it('has round numbers at its axes', () => {
    expect(ticksBetween(-1.16, 1.16)).toEqual([-1, 0, 1]);
    expect(ticksBetween(0, 20)).toEqual([0, 5, 10, 15, 20]);
  });
});
