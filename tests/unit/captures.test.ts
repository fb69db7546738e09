import { expect, it } from 'vitest';
import type { Graph } from '../../src/document/schema.ts';
import type { Candidate } from '../../src/engine/choice/candidate.ts';
import { loadData } from '../../src/engine/data/data.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { createStack } from '../../src/engine/recording/sheets.ts';
import { planVector } from '../../src/engine/weight-vector.ts';
import { catalogue } from '../support/catalogue.ts';
import { chain } from '../support/graphs.ts';
import { lowered } from '../support/lowered.ts';
import { tfjsCandidates } from '../support/sessions.ts';

const BATCH = 8;
const graph = (): Graph =>
  chain(
    ['points', { dataset: 'moons', size: 50 }],
    ['dense', { units: 4 }],
    ['batchNormalisation'],
    ['tanh'],
    ['dense', { units: 1 }],
    ['sigmoid'],
    ['loss'],
  );
const rule = { type: 'adam', learningRate: 0.05, momentum: 0 } as const;
const inNode: readonly Candidate[] = [fusedCandidate, ...tfjsCandidates].filter(({ name }) =>
  ['fused', 'cpu', 'wasm'].includes(name),
);

it.each(inNode.map((candidate) => [candidate.name, candidate] as const))(
  'a capture holds the moment at which it was asked for, at once, and is gone on from to the last bit: %s',
  async (_, { create }) => {
    const ir = lowered(graph(), BATCH);
    const { train } = loadData(ir, 0, catalogue.datasets);
    const executor = await create(ir, train.rows);
    executor.writeWeights(initialWeights(ir, 3));
    executor.configure(rule);
    const update = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i++) await executor.step(train);
    };
    await update(5);
    const then = await executor.readWeights();
    // Spots beside each other: none may write over another's.
    const sheets = createStack(1_000_000, true);
    const captures = [executor.capture(sheets, 1_000_000), executor.capture(sheets, 1_000_000)];
    await update(7);
    const end = await executor.readWeights();
    for (const capture of captures) {
      // Where the machine has the numbers in its own memory nothing is waited for.
      if (capture instanceof Promise) throw new Error('the capture came late');
      const { vector, memory, carried } = capture;
      const weights = planVector(ir).unpack(vector.sheet, vector.at);
      expect(weights).toEqual(then);
      if (!memory || !carried) throw new Error('Adam remembers');
      const remembered = memory.sheet.slice(memory.at, memory.at + memory.length);
      executor.writeWeights(weights, { ...carried, memory: remembered });
      await update(7);
      expect(await executor.readWeights()).toEqual(end);
    }
    executor.dispose();
  },
);
