import { describe, expect, it } from 'vitest';
import type { Graph, GraphDocument } from '../../src/document/schema.ts';
import { defaultTraining } from '../../src/document/training-schema.ts';
import type { Answer, Question } from '../../src/engine/advice/question.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import { judge, type LayerStatistics } from '../../src/engine/spread/judge.ts';
import {
  BARS,
  deadUnits,
  rootMeanSquare,
  saturatedShare,
  spreadOf,
} from '../../src/engine/spread/spread.ts';
import { isBlocked, type Standing, saturation } from '../../src/engine/spread/standing.ts';
import type { SpreadPicture } from '../../src/visualisations/spread/probe.ts';
import { chain, type Sketch, sketch } from '../support/graphs.ts';
import { readPreset } from '../support/presets.ts';
import { startSession, tfjsCandidates } from '../support/sessions.ts';

const layer = (node: string, more: Partial<LayerStatistics> = {}): LayerStatistics => ({
  node,
  reads: [],
  learns: false,
  gradient: 1,
  ...more,
});

const standing: Standing = {
  node: '',
  saturated: undefined,
  dead: undefined,
  units: 8,
  slope: 1,
};

describe('how numbers are spread', () => {
  it('counts every finite number once, between the smallest and the largest', () => {
    const found = spreadOf([Float32Array.of(-1, 3, Number.NaN), Float32Array.of(0, 1)]);
    expect(found).toMatchObject({ low: -1, high: 3, mean: 0.75 });
    expect(found?.counts).toHaveLength(BARS);
    expect(found?.counts.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(spreadOf([Float32Array.of(Number.NaN)])).toBeUndefined();
    expect(spreadOf([Float32Array.of(2, 2)])?.counts[0]).toBe(2);
  });

  it('tells values held at a bound, units that are silent, and the size of a gradient', () => {
    expect(saturatedShare(Float32Array.of(0.98, 0.01, 0.5, 0.96), [0, 1])).toBe(0.5);
    expect(saturatedShare(Float32Array.of(-0.96, 0.94), [-1, 1])).toBe(0.5);
    expect(deadUnits(Float32Array.of(0, 1, 0, 0, 0, 0), 3)).toBe(2);
    expect(rootMeanSquare(Float32Array.of(3, 4))).toBeCloseTo(Math.sqrt(12.5));
  });
});

describe('what is worth a word', () => {
  it('is nothing in a healthy network', () => {
    const layers = [
      layer('a', { learns: true, gradient: 0.3 }),
      layer('b', { reads: ['a'], standing: { ...standing, saturated: 0.2 } }),
      layer('c', { reads: ['b'], learns: true }),
    ];
    expect(judge(layers)).toEqual([]);
  });

  it('is a layer at its bounds and units that give nothing', () => {
    expect(
      judge([
        layer('a', { standing: { ...standing, saturated: 0.8 } }),
        layer('b', { standing: { ...standing, dead: 3 } }),
        layer('c', { standing }),
      ]),
    ).toEqual([
      { code: 'saturated', node: 'a', share: 0.8 },
      { code: 'dead', node: 'b', dead: 3, units: 8 },
    ]);
  });

  it('is a gradient that vanishes, and what four sigmoids leave: 0.39 %', () => {
    const layers = [layer('d0', { learns: true, gradient: 0.001 })];
    for (let i = 0; i < 4; i++) {
      layers.push(layer(`s${i}`, { reads: [`d${i}`], steepest: 0.25 }));
      layers.push(layer(`d${i + 1}`, { reads: [`s${i}`], learns: true, gradient: 0.05 }));
    }
    layers.push(layer('end', { reads: ['d4'], learns: true }));
    const [word, ...others] = judge(layers);
    expect(word).toMatchObject({ code: 'vanishing', node: 'd0', against: 'end', squashes: 4 });
    expect(word).toMatchObject({ share: 0.001, bound: 0.25 ** 4 });
    expect(others).toEqual([]);
  });

  it('counts the way around where a branch passes the sigmoids', () => {
    const layers = [
      layer('a', { learns: true, gradient: 0.001 }),
      layer('s', { reads: ['a'], steepest: 0.25 }),
      layer('join', { reads: ['s', 'a'] }),
      layer('end', { reads: ['join'], learns: true }),
    ];
    expect(judge(layers)).toMatchObject([{ code: 'vanishing', squashes: 0, bound: 1 }]);
  });

  it('is a gradient that explodes', () => {
    const layers = [
      layer('a', { learns: true, gradient: 500 }),
      layer('b', { reads: ['a'], learns: true }),
    ];
    expect(judge(layers)).toMatchObject([{ code: 'exploding', node: 'a', share: 500 }]);
  });
});

async function pictureOf(graph: Graph, candidates = [fusedCandidate]) {
  const session = startSession({ candidates });
  await session.build(graph, defaultTraining);
  await session.watch({ spread: { nodes: Object.keys(graph.nodes) } });
  const picture = session.last().pictures['spread'] as SpreadPicture;
  await session.dispose();
  return picture;
}

const deep = (): Graph => {
  const hidden = Array.from({ length: 5 }, (): readonly Sketch[] => [
    ['dense', { units: 4 }],
    ['sigmoid'],
  ]);
  return chain(['points'], ...hidden.flat(), ['dense', { units: 1 }], ['sigmoid'], ['loss']);
};

describe('a network as it is', () => {
  it('of five sigmoids in a row loses its gradient, by the numbers of the update itself', async () => {
    const { judgements, nodes } = await pictureOf(deep());
    expect(judgements).toMatchObject([{ code: 'vanishing', node: 'n1', squashes: 5 }]);
    expect(nodes['n1']?.gradients?.high).toBeLessThan(1e-3);
    expect(nodes['n2']?.values?.low).toBeGreaterThan(0);
    expect(nodes['n2']?.weights).toBeUndefined();
    expect(nodes['n0']?.values).toMatchObject({ low: 0, high: 1, mean: 0.5 });
  });

  it('says the same on TensorFlow.js', async () => {
    const ours = await pictureOf(deep());
    const theirs = await pictureOf(deep(), tfjsCandidates.slice(-1));
    const [one, two] = [ours.judgements[0], theirs.judgements[0]];
    expect(two).toMatchObject({ code: 'vanishing', node: 'n1' });
    const share = (word: typeof one): number => (word?.code === 'vanishing' ? word.share : 0);
    expect(share(two) / share(one)).toBeCloseTo(1, 2);
  });

  it('with ReLUs that are pushed below zero has dead units, on a branch too', async () => {
    const bias = { type: 'constant', value: -100 };
    const graph = sketch(
      {
        x: ['points'],
        a: ['dense', { units: 3, biasInitialiser: bias }],
        r: ['relu'],
        b: ['dense', { units: 3 }],
        j: ['add'],
        o: ['dense', { units: 1 }],
        s: ['sigmoid'],
        l: ['loss'],
      },
      ['x>a', 'a>r', 'x>b', 'r>j', 'b>j', 'j>o', 'o>s', 's>l'],
    );
    const { judgements } = await pictureOf(graph);
    expect(judgements).toContainEqual({ code: 'dead', node: 'r', dead: 3, units: 3 });
  });
});

describe('a word on a node and the advice', () => {
  async function bothOf({ graph, training }: Pick<GraphDocument, 'graph' | 'training'>) {
    const session = startSession();
    await session.build(graph, { ...training, stopAt: null });
    await session.advance({ steps: training.stopAt ?? 1000 });
    const question: Question = { at: 1, wants: ['layers'] };
    await session.watch({ spread: { nodes: [] }, advice: question });
    const { spread, advice } = session.last().pictures;
    await session.dispose();
    const { judgements } = spread as SpreadPicture;
    return { judgements, layers: (advice as Answer).layers ?? [] };
  }

  it('give the same figures of layers that are saturated or dead', async () => {
    const saturated = await bothOf(readPreset('lec-10-saturated'));
    const shares = saturated.layers.filter((layer) => isBlocked(saturation(layer)));
    expect(shares.map(({ node }) => node)).toContain('tanh2');
    expect(saturated.judgements.filter(({ code }) => code === 'saturated')).toEqual(
      shares.map((layer) => ({ code: 'saturated', node: layer.node, share: saturation(layer) })),
    );
    const dead = await bothOf(readPreset('lec-10-dead'));
    expect(dead.layers).toMatchObject([{ node: 'relu1', dead: 8, units: 8, slope: 0 }]);
    expect(dead.judgements).toContainEqual({ code: 'dead', node: 'relu1', dead: 8, units: 8 });
  });

  it('look at all kinds of rows of a set that is sorted: what wakes for the last ones only is not dead', async () => {
    // The four sizes of a flower add up to more than 17 in the last 50 rows alone.
    const graph = chain(
      ['table', { dataset: 'iris' }],
      [
        'dense',
        {
          units: 3,
          kernelInitialiser: { type: 'constant', value: 1 },
          biasInitialiser: { type: 'constant', value: -17 },
        },
      ],
      ['relu'],
      ['dense', { units: 3 }],
      ['softmax'],
      ['loss'],
    );
    const training = { ...defaultTraining, stopAt: 0 };
    const { judgements, layers } = await bothOf({ graph, training });
    expect(layers).toMatchObject([{ node: 'n2', dead: 0, units: 3 }]);
    expect(judgements.filter(({ code }) => code === 'dead')).toEqual([]);
  });

  it('leave an answer in peace that is sure, and right', async () => {
    const { judgements, layers } = await bothOf(readPreset('lab-09-3'));
    expect(layers.map(({ node }) => node)).not.toContain('sigmoid4');
    expect(judgements.filter(({ code }) => code === 'saturated')).toEqual([]);
  });
});
