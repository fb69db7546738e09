import { describe, expect, it } from 'vitest';
import { defaultTraining } from '../../src/document/training-schema.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import type { BoundaryPicture } from '../../src/visualisations/decision-boundary/probe.ts';
import { STRIP } from '../../src/visualisations/strip-width.ts';
import type { UnitMapsPicture } from '../../src/visualisations/unit-maps/probe.ts';
import { mapLeft, mapSide, shownUnits } from '../../src/visualisations/unit-maps/strip.ts';
import { chain } from '../support/graphs.ts';
import { startSession, tfjsCandidates } from '../support/sessions.ts';

const network = (units: number) =>
  chain(
    ['points', { dataset: 'xor' }],
    ['dense', { units }],
    ['tanh'],
    ['dense', { units: 1 }],
    ['sigmoid'],
    ['loss'],
  );
const domain = { x: [0, 1], y: [0, 1] } as const;

async function mapsOf(units: number, candidates = [fusedCandidate]) {
  const session = startSession({ candidates });
  await session.build(network(units), defaultTraining);
  await session.advance({ steps: 3 });
  const nodes = Object.keys(network(units).nodes);
  await session.watch({ 'unit-maps': { nodes, domain, size: 9, units: 8 } });
  const { pictures, weights } = session.last();
  const at = (i: number): string => nodes[i] ?? '';
  return { session, at, weights, maps: pictures['unit-maps'] as UnitMapsPicture };
}

describe('maps of units over the plane', () => {
  it('are what each unit gives at each point, x₂ largest on top', async () => {
    const { session, at, maps, weights } = await mapsOf(2);
    const inputs = maps[at(0)];
    // The first input grows to the right, the second upward.
    expect([...(inputs?.values.slice(0, 9) ?? [])].at(-1)).toBe(1);
    expect(inputs?.values[81]).toBe(1);
    expect(inputs?.values[81 + 72]).toBe(0);
    const [kernel, bias] = weights?.[at(1)] ?? [];
    const dense = maps[at(1)];
    // Top right, (1, 1), of the second unit: w₀₁ + w₁₁ + b₁.
    const wanted = (kernel?.[1] ?? 0) + (kernel?.[3] ?? 0) + (bias?.[1] ?? 0);
    expect(dense?.values[81 + 8]).toBeCloseTo(wanted, 5);
    expect(maps[at(2)]?.values[81 + 8]).toBeCloseTo(Math.tanh(wanted), 5);
    expect(maps[at(2)]?.range).toEqual([-1, 1]);
    expect(maps[at(4)]?.range).toEqual([0, 1]);
    const reach = Math.max(...[...(dense?.values ?? [])].map(Math.abs));
    expect(dense?.range).toEqual([-reach, reach]);
    await session.dispose();
  });

  it('are the same on TensorFlow.js', async () => {
    const ours = await mapsOf(3);
    const theirs = await mapsOf(3, tfjsCandidates.slice(-1));
    for (const i of [0, 1, 2, 3, 4]) {
      const [a, b] = [ours.maps[ours.at(i)]?.values, theirs.maps[ours.at(i)]?.values];
      expect(b).toHaveLength(a?.length ?? -1);
      a?.forEach((value, k) => {
        expect(b?.[k]).toBeCloseTo(value, 4);
      });
    }
    await ours.session.dispose();
    await theirs.session.dispose();
  });

  it('are a readable few of a wide layer, and it says how many there are', async () => {
    const { session, at, maps } = await mapsOf(20);
    expect(maps[at(1)]).toMatchObject({ shown: 8, total: 20 });
    await session.dispose();
    expect(shownUnits(20)).toBe(7);
    expect(shownUnits(8)).toBe(8);
    for (const total of [1, 2, 5, 8, 100]) {
      const last = Math.min(total, 8) - 1;
      expect(mapLeft(0, total)).toBeGreaterThanOrEqual(0);
      expect(mapLeft(last, total) + mapSide(total)).toBeLessThanOrEqual(STRIP);
      expect(mapLeft(1, total) - mapLeft(0, total)).toBeGreaterThan(mapSide(total));
    }
  });

  it('fill the large picture one at a time, and leave it to the prediction again', async () => {
    const { session, at, maps } = await mapsOf(2);
    const look = async (unit?: object) => {
      await session.watch({ 'decision-boundary': { size: 9, domain, unit } });
      return session.last().pictures['decision-boundary'] as BoundaryPicture;
    };
    const second = await look({ node: at(2), index: 1 });
    expect(second.unit).toEqual({ node: at(2), index: 1, range: [-1, 1] });
    expect([...second.values]).toEqual([...(maps[at(2)]?.values.slice(81) ?? [])]);
    const none = await look({ node: at(2), index: 2 });
    expect(none.unit).toBeUndefined();
    expect([...none.values]).toEqual([...(maps[at(4)]?.values ?? [])]);
    await session.dispose();
  });
});
