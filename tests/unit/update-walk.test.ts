import { beforeAll, describe, expect, it } from 'vitest';
import { type Stage, stagesOf } from '../../src/engine/walk/stages.ts';
import type { Walk } from '../../src/state/view-store.ts';
import { isCarriedOut, lastUpdate } from '../../src/state/walk.ts';
import type { WalkPicture } from '../../src/visualisations/walk/probe.ts';
import { xorNetwork } from '../support/graphs.ts';
import { lowered, trainingOf } from '../support/lowered.ts';
import { readPreset } from '../support/presets.ts';
import { startSession } from '../support/sessions.ts';
import { tf } from '../support/tf.ts';
import { type DetailOf, look, near, type Session } from '../support/walks.ts';

beforeAll(async () => {
  await tf.core.setBackend('cpu');
});

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** XOR's update, number by number: nothing of the engine is in it. */
function xorUpdate(w1: number[], b1: number[], w2: number[], b2: number[], rate: number) {
  const x = [0, 0, 0, 1, 1, 0, 1, 1];
  const y = [0, 1, 1, 0];
  const z1: number[] = [];
  const a1: number[] = [];
  const z2: number[] = [];
  const a2: number[] = [];
  const da2: number[] = [];
  const dz2: number[] = [];
  const da1: number[] = [];
  const dz1: number[] = [];
  const dx: number[] = [];
  const [dw1, db1, dw2, db2] = [[0, 0, 0, 0], [0, 0], [0, 0], [0]];
  let loss = 0;
  for (let row = 0; row < 4; row++) {
    for (let unit = 0; unit < 2; unit++) {
      let z = b1[unit] as number;
      for (let i = 0; i < 2; i++) z += (x[row * 2 + i] as number) * (w1[i * 2 + unit] as number);
      z1.push(z);
      a1.push(sigmoid(z));
    }
    let z = b2[0] as number;
    for (let i = 0; i < 2; i++) z += (a1[row * 2 + i] as number) * (w2[i] as number);
    const h = sigmoid(z);
    const label = y[row] as number;
    z2.push(z);
    a2.push(h);
    loss -= (label * Math.log(h) + (1 - label) * Math.log(1 - h)) / 4;
    da2.push(((1 - label) / (1 - h) - label / h) / 4);
    dz2.push((da2[row] as number) * h * (1 - h));
    for (let i = 0; i < 2; i++) {
      const a = a1[row * 2 + i] as number;
      dw2[i] = (dw2[i] as number) + a * (dz2[row] as number);
      da1.push((dz2[row] as number) * (w2[i] as number));
      dz1.push((da1[row * 2 + i] as number) * a * (1 - a));
    }
    db2[0] = (db2[0] as number) + (dz2[row] as number);
    for (let i = 0; i < 2; i++) {
      let sum = 0;
      for (let unit = 0; unit < 2; unit++) {
        const d = dz1[row * 2 + unit] as number;
        dw1[i * 2 + unit] = (dw1[i * 2 + unit] as number) + (x[row * 2 + i] as number) * d;
        sum += d * (w1[i * 2 + unit] as number);
      }
      dx.push(sum);
    }
    for (let unit = 0; unit < 2; unit++) {
      db1[unit] = (db1[unit] as number) + (dz1[row * 2 + unit] as number);
    }
  }
  const down = (w: number[], g: number[]) => w.map((value, i) => value - rate * (g[i] as number));
  return {
    loss,
    values: { data: x, dense1: z1, sigmoid1: a1, dense2: z2, sigmoid2: a2 },
    gradients: { data: dx, dense1: dz1, sigmoid1: da1, dense2: dz2, sigmoid2: da2 },
    weights: { dense1: [dw1, db1], dense2: [dw2, db2] },
    after: { dense1: [down(w1, dw1), down(b1, db1)], dense2: [down(w2, dw2), down(b2, db2)] },
  };
}

/** Takes one update apart at all its stops, and holds every number against an independent one. */
async function walkOnce(session: Session, stages: readonly Stage[]): Promise<void> {
  const { step, weights } = session.last();
  const of = (node: string, tensor: number) => [...(weights?.[node]?.[tensor] ?? [])];
  const wanted = xorUpdate(of('dense1', 0), of('dense1', 1), of('dense2', 0), of('dense2', 1), 0.1);
  const picture = await look(session, stages[0] as Stage);
  expect(picture.step).toBe(step);
  expect(picture.loss).toBeCloseTo(wanted.loss, 6);
  for (const [id, numbers] of Object.entries(wanted.values)) {
    near(picture.values[id]?.numbers, numbers);
  }
  for (const [id, numbers] of Object.entries(wanted.gradients)) {
    near(picture.gradients[id]?.numbers, numbers);
  }
  for (const [id, tensors] of Object.entries(wanted.weights)) {
    tensors.forEach((numbers, i) => {
      near(picture.weights[id]?.[i]?.gradient.numbers, numbers);
    });
  }
  // As on the page: what was taken apart stays while the update is carried out.
  await look(session, { type: 'done' }, { taken: step });
  await session.advance({ steps: 1 });
  const done = session.last().pictures['walk'] as WalkPicture;
  expect(done.step).toBe(step);
  for (const [id, tensors] of Object.entries(wanted.after)) {
    tensors.forEach((numbers, i) => {
      const after = done.weights[id]?.[i]?.after?.numbers;
      near(after, numbers);
      // What is told is what the executor has.
      expect([...(after ?? [])]).toEqual([...(session.last().weights?.[id]?.[i] ?? [])]);
    });
  }
}

describe('a walk through an update of lab-09-2', () => {
  const { graph, training } = readPreset('lab-09-2');
  const ir = lowered(graph, training.batchSize);
  const stages = stagesOf(ir);

  it.each(['fused', 'cpu'] as const)(
    'has the numbers of an independent computation, by %s',
    async (name) => {
      const session = startSession();
      await session.build(graph, training);
      await session.prefer(name);
      expect(session.last().choice.name).toBe(name);
      for (let update = 0; update < 100; update++) await walkOnce(session, stages);
      expect(session.last().step).toBe(100);
      await session.dispose();
    },
    120_000,
  );

  it('leads forward, to the loss, back along every wire, and to every weight', () => {
    expect(stages.map(({ type }) => type).join(' ')).toBe(
      'value value value value value cost slope slope weight weight slope slope weight weight slope update update update update done',
    );
    expect(stages.find(({ type }) => type === 'slope')).toEqual({
      type: 'slope',
      from: 'sigmoid2',
      to: 'loss',
    });
  });

  it('writes every product of the chain rule: they sum up to the gradient', async () => {
    const session = startSession();
    await session.build(graph, training);
    for (const stage of stages) {
      for (const place of [
        { row: 1, index: 0 },
        { row: 3, index: 1 },
      ]) {
        const { detail } = await look(session, stage, { place });
        if (detail.type === 'slope') {
          const [share] = detail.shares;
          expect(detail.shares.length).toBe(1);
          expect(share?.sum?.total).toBeCloseTo(detail.value, 9);
        }
        if (detail.type === 'weight') expect(detail.sum?.total).toBeCloseTo(detail.value, 9);
        if (detail.type === 'answer') expect(detail.expected).toBeCloseTo(detail.value, 9);
        if (detail.type === 'value' && detail.origin?.sum) {
          expect(detail.origin.sum.total + (detail.origin.bias ?? 0)).toBeCloseTo(detail.value, 9);
        }
      }
    }
    await session.dispose();
  });

  it('is of the weights on screen while a hand pulls one of them', async () => {
    const session = startSession();
    await session.build(graph, training);
    const stage = { type: 'update', node: 'dense1', tensor: 0 } as const;
    await look(session, stage);
    for (const value of [0.5, 0.75]) {
      const numbers = [{ node: 'dense1', tensor: 0, index: 1, value }];
      await session.place({ numbers, step: 0, epoch: 0, stroke: 7 });
      const picture = session.last().pictures['walk'] as WalkPicture;
      expect(picture.weights['dense1']?.[0]?.values.numbers?.[1]).toBe(value);
    }
    await session.dispose();
  });

  it('has finite differences beside the derivatives by weights and inputs', async () => {
    const session = startSession();
    await session.build(graph, training);
    for (const name of ['fused', 'cpu'] as const) {
      await session.prefer(name);
      const within = name === 'fused' ? 1e-6 : 1e-4;
      const weight = { type: 'weight', node: 'dense1', tensor: 0 } as const;
      const picture = await look(session, weight, { place: { row: 0, index: 2 }, check: true });
      const { value } = picture.detail as DetailOf<'weight'>;
      expect(Math.abs((picture.difference ?? Number.NaN) - value)).toBeLessThan(within);
      const input = { type: 'slope', from: 'data', to: 'dense1' } as const;
      const place = { row: 2, index: 1 };
      const other = await look(session, input, { place, check: true });
      const slope = (other.detail as DetailOf<'slope'>).value;
      expect(Math.abs((other.difference ?? Number.NaN) - slope)).toBeLessThan(1e-4);
      // Nothing of it is left in the run.
      expect(session.last().step).toBe(0);
    }
    await session.dispose();
  });
});

it('lets go of what it took apart once it is left', async () => {
  const session = startSession();
  await session.build(xorNetwork(), trainingOf({ batchSize: 'full', testShare: 0 }));
  const stage = { type: 'value', node: 'n1' } as const;
  expect((await look(session, stage)).step).toBe(0);
  await session.watch({ walk: 'left' });
  expect(session.last().pictures['walk']).toBeUndefined();
  // The update of a step that is past cannot be shown any more.
  const request = { stage, row: undefined, place: undefined, check: false, taken: 0 };
  await session.watch({ walk: request });
  expect(session.last().pictures['walk']).toBeUndefined();
  await session.dispose();
});

it('takes another batch where the settings ask for one, at the same step', async () => {
  const session = startSession();
  const settings = trainingOf({ batchSize: 4, testShare: 0 });
  await session.build(xorNetwork(), settings);
  const stage = { type: 'value', node: 'n1' } as const;
  expect((await look(session, stage)).rows).toBe(4);
  await session.configure({ ...settings, batchSize: 2 });
  expect((await look(session, stage)).rows).toBe(2);
  await session.dispose();
});

const walk: Walk = {
  at: 0,
  row: undefined,
  place: undefined,
  playing: false,
  check: false,
  taken: undefined,
  before: undefined,
};

describe('an update that was gone back to', () => {
  it('is shown where what it made is recorded, carried out where that is not, and gone back to where it was kept', async () => {
    const { graph, training } = readPreset('lab-09-2');
    const session = startSession();
    await session.build(graph, training);
    await session.advance({ steps: 1003 });
    const gone = async (step: number) => {
      await session.scrub(step);
      return session.last();
    };
    const early = await gone(100);
    expect(early.recording?.at).toBe(100);
    expect(isCarriedOut(early.recording, 100)).toBe(true);
    // Later moments lie apart: the one that is nearest to the next step is this one.
    const late = await gone(600);
    expect((await gone(601)).step).toBe(600);
    expect(isCarriedOut(late.recording, 600)).toBe(false);
    await session.advance({ steps: 1 });
    const after = session.last();
    expect(after).toMatchObject({ step: 601, branchedAt: 600 });
    expect(lastUpdate({ ...walk, before: 600 }, after)).toBe(600);
    await session.advance({ steps: 402 });
    const end = session.last();
    expect(end.recording?.steps?.includes(1002)).toBe(false);
    expect(lastUpdate({ ...walk, before: 1002 }, end)).toBeUndefined();
    await session.dispose();
  });
});
