import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { sizeOf } from '../../src/core/shape.ts';
import { applyCommands } from '../../src/document/commands.ts';
import { frozenAt } from '../../src/document/frozen.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { nameStep } from '../../src/document/step-name.ts';
import { optimizerTypes } from '../../src/document/training-schema.ts';
import { loadData } from '../../src/engine/data/data.ts';
import type { Executor, WeightPlace } from '../../src/engine/executor.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import { canFuse, createFusedExecutor } from '../../src/engine/fused/executor.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { frozenPlaces } from '../../src/engine/session/frozen.ts';
import { createTfjsExecutor } from '../../src/engine/tfjs/executor.ts';
import { layerCatalogue } from '../../src/layers/index.ts';
import { likelyGraph } from '../support/arbitraries.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';
import { lowered, trainingOf } from '../support/lowered.ts';
import { startSession } from '../support/sessions.ts';
import { tf } from '../support/tf.ts';

const RUNS = Number(process.env['RUNS'] ?? 40);
const SEED = Number(process.env['SEED'] ?? 11);

beforeAll(async () => {
  await tf.core.setBackend('cpu');
});

const plain = likelyGraph.filter((graph) => {
  const { ir } = compile(graph, catalogue);
  return ir !== undefined && canFuse(ir) && ir.nodes.some(({ weights }) => weights.length > 0);
});

/** Every trained number of the weights by its place. */
async function numbersOf(executor: Executor, places: readonly WeightPlace[]): Promise<number[]> {
  const weights = await executor.readWeights();
  return places.map(({ node, tensor, index }) => weights[node]?.[tensor]?.[index] ?? Number.NaN);
}

describe('a frozen number', () => {
  it('is moved by no rule, whatever it remembers; the others move as they would have', async () => {
    await fc.assert(
      fc.asyncProperty(
        plain,
        fc.constantFrom(...optimizerTypes),
        fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('fused' as const, 'tfjs' as const),
        async (graph, type, draws, which) => {
          const ir = lowered(graph);
          const { train } = loadData(ir, 0, catalogue.datasets);
          const create = () =>
            which === 'fused'
              ? createFusedExecutor(ir, train.rows)
              : createTfjsExecutor(tf, ir, layerCatalogue);
          const places = ir.nodes.flatMap(({ id: node, weights }) =>
            weights.flatMap(({ shape, trainable }, tensor) =>
              trainable
                ? Array.from({ length: sizeOf(shape) }, (_, index) => ({ node, tensor, index }))
                : [],
            ),
          );
          const held = new Set(draws.map((draw) => draw % places.length));
          const [one, two] = [create(), create()];
          for (const executor of [one, two]) {
            executor.writeWeights(initialWeights(ir, 3));
            executor.configure({ type, learningRate: 0.01, momentum: 0.9 });
            // The rule has a past by then.
            for (let i = 0; i < 3; i++) await executor.step(train);
          }
          one.freeze(places.filter((_, i) => held.has(i)));
          const before = await numbersOf(one, places);
          await one.step(train);
          await two.step(train);
          const [after, free] = [await numbersOf(one, places), await numbersOf(two, places)];
          expect(after).toEqual(free.map((value, i) => (held.has(i) ? before[i] : value)));
          for (let i = 0; i < 4; i++) await one.step(train);
          const late = await numbersOf(one, places);
          for (const i of held) expect(late[i]).toBe(before[i]);
          // Thawed, it is trained again.
          one.freeze([]);
          for (let i = 0; i < 2; i++) await one.step(train);
          const thawed = await numbersOf(one, places);
          const moved = (a: number[], b: number[]): number =>
            a.filter((value, i) => value !== b[i]).length;
          expect(moved(thawed, late)).toBeGreaterThanOrEqual(moved(late, after) > 0 ? 1 : 0);
          one.dispose();
          two.dispose();
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('is the same on both executors, over many updates', async () => {
    const ir = lowered(xorNetwork());
    const { train } = loadData(ir, 0, catalogue.datasets);
    const frozen = [
      { node: 'n1', tensor: 0, index: 2 },
      { node: 'n3', tensor: 1, index: 0 },
    ];
    const ends: number[][] = [];
    for (const executor of [
      createFusedExecutor(ir, 4),
      createTfjsExecutor(tf, ir, layerCatalogue),
    ]) {
      executor.writeWeights(initialWeights(ir, 5));
      executor.configure({ type: 'momentum', learningRate: 0.1, momentum: 0.9 });
      executor.freeze(frozen);
      for (let i = 0; i < 50; i++) await executor.step(train);
      const weights = await executor.readWeights();
      ends.push(ir.nodes.flatMap(({ id }) => (weights[id] ?? []).flatMap((all) => [...all])));
      executor.dispose();
    }
    ends[0]?.forEach((value, i) => {
      expect(ends[1]?.[i]).toBeCloseTo(value, 4);
    });
  });
});

describe('freezing as a step of the document', () => {
  const command = {
    type: 'freeze',
    node: 'n1',
    tensor: 'kernel',
    shape: [2, 2],
    index: 3,
    frozen: true,
  } as const;
  const document = documentOf(xorNetwork());

  it('is saved, read again, named, and taken back', () => {
    const frozen = applyCommands(document, [command, { ...command, index: 1 }]);
    expect(frozenAt(frozen.training.frozen, 'n1', 'kernel', [2, 2])).toEqual([1, 3]);
    const read = parseDocument(JSON.parse(JSON.stringify(frozen)));
    expect(read).toMatchObject({ ok: true, value: { training: frozen.training } });
    expect(nameStep([command], document, frozen)).toMatchObject({ code: 'freeze', count: 1 });
    const thawed = applyCommands(frozen, [
      { ...command, frozen: false },
      { ...command, index: 1, frozen: false },
    ]);
    expect(thawed.training.frozen).toEqual({});
    expect(frozen.graph).toBe(document.graph);
  });

  it('is unknown to files of before, and they are read', () => {
    const { frozen: _, ...training } = document.training;
    const read = parseDocument(JSON.parse(JSON.stringify({ ...document, training })));
    expect(read).toMatchObject({ ok: true, value: { training: { frozen: {} } } });
  });

  it('goes with its node, and means nothing where the layer has another size', () => {
    const frozen = applyCommands(document, [command]);
    expect(applyCommands(frozen, [{ type: 'remove', nodes: ['n1'] }]).training.frozen).toEqual({});
    const ir = lowered(xorNetwork());
    expect(frozenPlaces(ir, frozen.training.frozen)).toEqual([{ node: 'n1', tensor: 0, index: 3 }]);
    const wider = applyCommands(frozen, [{ type: 'setParams', id: 'n1', params: { units: 3 } }]);
    expect(frozenPlaces(lowered(wider.graph), wider.training.frozen)).toEqual([]);
  });

  it('holds in the session from the moment it is set, and through a reset', async () => {
    const session = startSession({ candidates: [fusedCandidate] });
    await session.build(xorNetwork(), trainingOf());
    await session.advance({ steps: 10 });
    const of = () => session.last().weights?.['n1']?.[0] ?? new Float32Array(0);
    const before = of();
    const { training } = applyCommands(document, [command]);
    await session.configure(training);
    await session.advance({ steps: 50 });
    expect(of()[3]).toBe(before[3]);
    expect(of()[0]).not.toBe(before[0]);
    await session.reset();
    const start = of();
    await session.advance({ steps: 50 });
    expect(of()[3]).toBe(start[3]);
    await session.configure(document.training);
    await session.advance({ steps: 50 });
    expect(of()[3]).not.toBe(start[3]);
    await session.dispose();
  });
});
