import { afterAll, describe, expect, it, vi } from 'vitest';
import { optimizerTypes } from '../../src/document/training-schema.ts';
import { loadData } from '../../src/engine/data/data.ts';
import { createFusedExecutor } from '../../src/engine/fused/executor.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { createTfjsExecutor } from '../../src/engine/tfjs/executor.ts';
import { layerCatalogue } from '../../src/layers/index.ts';
import { catalogue } from '../support/catalogue.ts';
import { chain } from '../support/graphs.ts';
import { lowered } from '../support/lowered.ts';
import { tf } from '../support/tf.ts';

// Asked once, when the first arena is made.
const asked = vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
afterAll(() => asked.mockRestore());

describe('fused on a machine whose WebAssembly has no vectors', () => {
  it.each(optimizerTypes)('agrees with TensorFlow.js, with %s', async (type) => {
    await tf.core.setBackend('cpu');
    const graph = chain(
      ['points', { dataset: 'moons', size: 21, noise: 0.2 }],
      ['dense', { units: 7 }],
      ['sigmoid'],
      ['dense', { units: 5, l2: 0.01 }],
      ['tanh'],
      ['dense', { units: 1 }],
      ['sigmoid'],
      ['loss'],
    );
    const ir = lowered(graph);
    const { train } = loadData(ir, 0, catalogue.datasets);
    const results: number[][] = [];
    for (const executor of [
      createFusedExecutor(ir, train.rows),
      createTfjsExecutor(tf, ir, layerCatalogue),
    ]) {
      executor.writeWeights(initialWeights(ir, 8));
      executor.configure({ type, learningRate: 0.01, momentum: 0.9 });
      for (let i = 0; i < 20; i++) await executor.step(train);
      const weights = Object.values(await executor.readWeights()).flat();
      const output = await executor.forward(train.x, train.rows);
      results.push([...weights, output].flatMap((values) => [...values]));
      executor.dispose();
    }
    expect(asked).toHaveBeenCalled();
    const [plain = [], reference = []] = results;
    for (const [i, value] of plain.entries()) {
      expect(Math.abs(value - (reference[i] ?? Number.NaN))).toBeLessThan(1e-4);
    }
  });
});
