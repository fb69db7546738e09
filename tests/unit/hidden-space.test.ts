import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { defaultTraining } from '../../src/document/training-schema.ts';
import { embed } from '../../src/visualisations/hidden-space/embed.ts';
import { intoSquare, nextSample, sampleAt } from '../../src/visualisations/hidden-space/places.ts';
import type { HiddenPicture } from '../../src/visualisations/hidden-space/probe.ts';
import { chain } from '../support/graphs.ts';
import { startSession } from '../support/sessions.ts';

const digits = chain(
  ['images', { dataset: 'mnist' }],
  ['flatten'],
  ['dense', { units: 12 }],
  ['relu'],
  ['dense', { units: 10 }],
  ['loss', { type: 'categoricalCrossentropy', on: 'logits' }],
);

describe('images in a layer’s space', () => {
  it('have a place, a class and the network’s own answer; the one looked at has its image', async () => {
    const session = startSession();
    await session.build(digits, defaultTraining);
    const node = Object.keys(digits.nodes)[3] ?? '';
    const look = async (at: number | undefined, numbers?: string) => {
      await session.watch({ 'hidden-space': { node, look: at, numbers } });
      return session.last().pictures['hidden-space'] as HiddenPicture;
    };
    const { rows, places, labels, predictions, certainties, image, shares } = await look(undefined);
    expect(rows).toBeGreaterThanOrEqual(60);
    expect(places).toHaveLength(2 * rows);
    expect(places.every(Number.isFinite)).toBe(true);
    expect(new Set(labels).size).toBe(10);
    expect(Math.max(...predictions)).toBeLessThan(10);
    // The likeliest of ten has a tenth at least.
    expect(Math.min(...certainties)).toBeGreaterThanOrEqual(0.1);
    expect(shares[0]).toBeGreaterThan(shares[1]);
    expect(image).toBeUndefined();
    const seen = (await look(7)).image;
    expect(seen?.shape.slice(0, 2)).toEqual([28, 28]);
    expect(Math.max(...(seen?.pixels ?? []))).toBeGreaterThan(0.5);
    // The layer's numbers are many: they are sent once for each wish.
    const told = (await look(7, 'first')).numbers;
    expect(told?.values).toHaveLength(rows * 12);
    expect((await look(8, 'first')).numbers).toBeUndefined();
    expect((await look(8, 'second')).numbers?.values).toEqual(told?.values);
    await session.dispose();
  });

  it('are embedded so that groups stay together, the same every time', () => {
    const random = createRandom(2);
    const rows = 40;
    const width = 6;
    const group = (row: number): number => row % 2;
    const values = Float32Array.from(
      { length: rows * width },
      (_, i) => 12 * group(Math.floor(i / width)) + random.normal(),
    );
    const told: number[] = [];
    const places = embed(values, rows, width, (share) => told.push(share));
    expect(told.at(-1)).toBe(1);
    expect(places).toHaveLength(2 * rows);
    // The nearest neighbour of each is one of its own group.
    const square = intoSquare(places);
    for (let row = 0; row < rows; row++) {
      const others = square.slice();
      others.set([9, 9], 2 * row);
      const nearest = sampleAt(others, [square[2 * row] ?? 0, square[2 * row + 1] ?? 0], 2) ?? -1;
      expect(group(nearest)).toBe(group(row));
    }
    expect(embed(values, rows, width, () => {})).toEqual(places);
  });

  it('are gone through by arrows, and pointed at within reach', () => {
    const square = intoSquare(Float32Array.of(0, 0, 4, 0, 0, 4, 1, -0.2));
    expect(square[0]).toBeLessThan(square[2] ?? 0);
    expect(square[1]).toBeGreaterThan(square[5] ?? 1);
    expect(nextSample(square, 0, [1, 0])).toBe(3);
    expect(nextSample(square, 3, [1, 0])).toBe(1);
    expect(nextSample(square, 0, [0, -1])).toBe(2);
    expect(nextSample(square, 1, [1, 0])).toBe(1);
    expect(sampleAt(square, [square[4] ?? 0, square[5] ?? 0], 0.01)).toBe(2);
    expect(sampleAt(square, [0.9, 0.1], 0.01)).toBeUndefined();
  });
});
