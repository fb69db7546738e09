import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { readInputs } from '../../src/core/samples.ts';
import { sizeOf } from '../../src/core/shape.ts';
import { applyCommands } from '../../src/document/commands.ts';
import { loadData } from '../../src/engine/data/data.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { createTfjsExecutor } from '../../src/engine/tfjs/executor.ts';
import { registerKernels } from '../../src/engine/tfjs/kernels/index.ts';
import { layerCatalogue } from '../../src/layers/index.ts';
import { anyGraph, likelyGraph } from '../support/arbitraries.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { tf } from '../support/tf.ts';

registerKernels(tf.core);

describe('the compiler', () => {
  it('answers any graph, and never both with a network and with a reason against it', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { ir, problems, calculates } = compile(graph, catalogue);
        const blocked = problems.some(({ blocking }) => blocking);
        expect(ir === undefined).toBe(blocked || calculates);
      }),
      { numRuns: 2000 },
    );
  });

  it('offers mends that any graph survives', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        for (const { fixes } of compile(graph, catalogue).problems) {
          for (const { changes } of fixes) {
            const mended = applyCommands(documentOf(graph), changes);
            expect(mended.graph).not.toBe(graph);
            compile(mended.graph, catalogue);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lets whatever a source reaches be looked at, however unfinished the rest is', async () => {
    await tf.core.setBackend('cpu');
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyGraph, likelyGraph), async (graph) => {
        const { network, shapes } = compile(graph, catalogue);
        if (!network) return;
        const before = tf.core.memory().numTensors;
        const executor = createTfjsExecutor(tf, network, layerCatalogue);
        executor.writeWeights(initialWeights(network, 7));
        const { train } = loadData(network, 0, catalogue.datasets);
        const ids = [network.source.id, ...network.nodes.map(({ id }) => id)];
        const outputs = await executor.outputs(readInputs(train.samples, 0, 1), 1, ids);
        for (const id of ids) {
          expect(outputs[id]?.length).toBe(sizeOf(shapes.get(id)?.output ?? []));
        }
        executor.dispose();
        expect(tf.core.memory().numTensors).toBe(before);
        looked += network.nodes.length;
      }),
      { numRuns: 600 },
    );
    expect(looked).toBeGreaterThan(300);
  }, 180_000);

  it.each(['cpu', 'wasm'])(
    'lets a graph that compiles build and take a step in tfjs on %s, without leaving a tensor behind',
    async (backend) => {
      await tf.core.setBackend(backend);
      let trained = 0;
      await fc.assert(
        fc.asyncProperty(likelyGraph, async (graph) => {
          const { ir } = compile(graph, catalogue);
          if (!ir) return;
          const before = tf.core.memory().numTensors;
          const executor = createTfjsExecutor(tf, ir, layerCatalogue);
          const weights = initialWeights(ir, 7);
          executor.writeWeights(weights);
          executor.configure({ type: 'adam', learningRate: 0.01, momentum: 0 });
          const { train } = loadData(ir, 0, catalogue.datasets);
          const loss = await executor.step(train);
          expect(Number.isFinite(loss)).toBe(true);
          const outputs = await executor.forward(train.x, train.rows);
          expect(outputs.length).toBe(train.rows * ir.target.width);
          const after = await executor.readWeights();
          for (const node of ir.nodes) {
            const sizes = after[node.id]?.map(({ length }) => length);
            expect(sizes).toEqual(node.weights.map(({ shape }) => sizeOf(shape)));
          }
          executor.dispose();
          expect(tf.core.memory().numTensors).toBe(before);
          trained += 1;
        }),
        { numRuns: 400 },
      );
      // Most of what people would build is trained, or the property says nothing.
      expect(trained).toBeGreaterThan(100);
    },
    180_000,
  );
});
