import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTraining } from '../../src/document/training-schema.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import { STRIP } from '../../src/visualisations/strip-width.ts';
import { summary, type WeightsPicture } from '../../src/visualisations/weights/probe.ts';
import { allWires, WIRES, wireAt, wiredOf } from '../../src/visualisations/weights/wires.ts';
import { chain, xorNetwork } from '../support/graphs.ts';
import { startSession } from '../support/sessions.ts';

async function pictureOf(graph = xorNetwork(), one?: object) {
  const session = startSession({ candidates: [fusedCandidate] });
  await session.build(graph, defaultTraining);
  await session.watch({ weights: { nodes: Object.keys(graph.nodes), one } });
  const { weights, pictures } = session.last();
  return { session, weights, picture: pictures['weights'] as WeightsPicture };
}

describe('weights in the nodes', () => {
  it('are all wires of a small layer, biases included, each pressed where it is drawn', async () => {
    const { session, weights, picture } = await pictureOf(xorNetwork(), {
      node: 'n1',
      tensor: 0,
      index: 3,
    });
    expect(picture.one?.value).toBe(weights?.['n1']?.[0]?.[3]);
    const wires = allWires(picture.nodes['n1'] ?? []);
    expect(wires).toHaveLength(6);
    expect(wires.filter(({ isBias }) => isBias)).toHaveLength(2);
    for (const wire of wires) {
      expect(wire.value).toBe(weights?.['n1']?.[wire.tensor]?.[wire.index]);
      // Near its end it lies apart from the others.
      const at = (i: 0 | 1): number => wire.from[i] + 0.04 * (wire.to[i] - wire.from[i]);
      const hit = wireAt(wires, at(0), at(1));
      expect(hit?.from).toEqual(wire.from);
    }
    expect(wireAt(wires, STRIP - 1, WIRES - 1)).toBeUndefined();
    await session.dispose();
  });

  it('are a matrix and its strongest wires where all would be a hairball', async () => {
    const wide = chain(
      ['points'],
      ['dense', { units: 100 }],
      ['relu'],
      ['dense', { units: 100 }],
      ['relu'],
      ['dense', { units: 1 }],
      ['sigmoid'],
      ['loss'],
    );
    const { session, weights, picture } = await pictureOf(wide);
    const tensors = picture.nodes['n3'] ?? [];
    expect(wiredOf(tensors)).toBeUndefined();
    const [kernel] = tensors;
    const all = weights?.['n3']?.[0] ?? new Float32Array(0);
    expect(kernel?.values.length).toBeLessThan(all.length);
    expect(kernel?.strongest).toHaveLength(12);
    const largest = Math.max(...all.map(Math.abs));
    expect(Math.abs(kernel?.strongest[0]?.value ?? 0)).toBe(largest);
    expect(kernel?.reach).toBe(largest);
    await session.dispose();
  });

  it('are each where the summary says, and the farthest from 0 of their stretch', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 90 }),
        fc.array(fc.float({ noNaN: true, min: -9, max: 9 }), { minLength: 1, maxLength: 20 }),
        (height, width, some) => {
          const all = Float32Array.from({ length: height * width }, (_, i) => {
            return (some[i % some.length] ?? 0) * Math.cos(i);
          });
          const { values, places, reach, strongest } = summary(all, [height, width]);
          expect([...values]).toEqual(Array.from(places, (place) => all[place]));
          expect(reach).toBe(all.reduce((most, value) => Math.max(most, Math.abs(value)), 0));
          const sorted = [...all].map(Math.abs).toSorted((a, b) => b - a);
          expect(strongest.map(({ value }) => Math.abs(value))).toEqual(
            sorted.slice(0, strongest.length),
          );
        },
      ),
    );
  });
});

describe('a weight that is pulled', () => {
  it('begins one run, however many numbers the hand passes', async () => {
    const { session } = await pictureOf();
    await session.advance({ steps: 5 });
    const { start } = session.last();
    const pull = (value: number, stroke: number) =>
      session.place({
        numbers: [{ node: 'n1', tensor: 0, index: 0, value }],
        step: 0,
        epoch: 0,
        stroke,
      });
    for (const value of [0.1, 0.2, 0.3]) await pull(value, 7);
    expect(session.last()).toMatchObject({ start: start + 1, step: 0 });
    expect(session.last().weights?.['n1']?.[0]?.[0]).toBeCloseTo(0.3, 6);
    await session.advance({ steps: 4 });
    await pull(0.4, 7);
    expect(session.last()).toMatchObject({ start: start + 1, step: 4 });
    // Back to where the stroke ended; its own past is of other weights.
    expect(session.last().recording).toMatchObject({ first: 4, end: 4 });
    await pull(0.5, 8);
    expect(session.last()).toMatchObject({ start: start + 2, step: 0 });
    await session.dispose();
  });
});
