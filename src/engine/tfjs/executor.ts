import type { NamedTensorMap, Optimizer, Scalar, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { Ir } from '../../compiler/ir.ts';
import { createRandom } from '../../core/random.ts';
import { type OptimizerSettings, sameRule } from '../../document/training-schema.ts';
import type { LayerKind, Tf } from '../../layers/define-layer.ts';
import type { Batch, Executor, NonFinite } from '../executor.ts';
import { batchLoss } from './losses.ts';
import { buildNetwork } from './network.ts';
import { createOptimizer, disposeOptimizer, setLearningRate } from './optimizers.ts';

/** Tensors up to this size are checked number by number, larger ones by their sum. */
const READ_AT_ONCE = 4096;

/** Runs any compiled network on the tfjs backend that is set. The reference for other executors. */
export function createTfjsExecutor(
  tf: Tf,
  ir: Ir,
  catalogue: ReadonlyMap<string, LayerKind>,
): Executor {
  const { core } = tf;
  // Draws made while training: independent of the weights, and the same after every reset.
  let draws = createRandom(0).fork('draws');
  const network = buildNetwork(tf, ir, catalogue, () => draws.integer(2 ** 31));
  const variables = [...network.layers.values()].flatMap((layer) =>
    layer.weights.map((weight) => weight.read() as Variable),
  );
  let settings: OptimizerSettings = { type: 'sgd', learningRate: 0.1, momentum: 0 };
  let optimizer: Optimizer = createOptimizer(core, settings);
  const owners = [...network.layers].flatMap(([id, layer]) => layer.weights.map(() => id));
  let lastGood: Tensor[] = [];
  let brokenBy: string | undefined;
  let held: { batch: Batch; x: Tensor; y: Tensor } | undefined;

  const inputOf = (x: Float32Array, rows: number): Tensor =>
    core.tensor(x, [rows, ...ir.source.spec.input]);

  /** A batch as tensors; the last one is kept, since a full batch comes again and again. */
  function load(batch: Batch): { x: Tensor; y: Tensor } {
    if (held?.batch === batch && !batch.refilled) return held;
    core.dispose([held?.x, held?.y].filter((tensor) => tensor !== undefined));
    const y = core.tensor(batch.y, [batch.rows, ir.target.width]);
    held = { batch, x: inputOf(batch.x, batch.rows), y };
    return held;
  }

  function lossOf(outputs: ReadonlyMap<string, Tensor>, y: Tensor) {
    const output = outputs.get(ir.output);
    if (!output) throw new Error(`no output of "${ir.output}"`);
    return batchLoss(core, ir.loss.spec, output, y);
  }

  /** Applies gradients unless a weight would stop being a number; then everything stays as it was. */
  function update(grads: NamedTensorMap): boolean {
    const before = variables.map((variable) => variable.clone());
    optimizer.applyGradients(grads);
    const broken = variables.findIndex((variable) => !isFiniteTensor(variable));
    if (broken < 0) {
      core.dispose(lastGood);
      lastGood = before;
      return true;
    }
    brokenBy = owners[broken];
    restore(before);
    core.dispose(before);
    renewOptimizer();
    return false;
  }

  /** wasm's clip and ReLU turn NaN into a number, so the loss alone does not tell. */
  function isFiniteTensor(tensor: Tensor): boolean {
    const values =
      tensor.size <= READ_AT_ONCE
        ? tensor.dataSync()
        : core.tidy(() => core.sum(tensor).dataSync());
    return values.every(Number.isFinite);
  }

  function restore(tensors: readonly Tensor[]): void {
    tensors.forEach((tensor, i) => {
      variables[i]?.assign(tensor);
    });
  }

  function renewOptimizer(): void {
    disposeOptimizer(optimizer);
    optimizer = createOptimizer(core, settings);
  }

  return {
    name: core.getBackend(),

    step: async (batch) => {
      const { x, y } = load(batch);
      let unpenalised: Tensor | undefined;
      const { value, grads } = core.variableGrads(() => {
        const loss = lossOf(network.run(x, true), y);
        const penalties = network.penalties();
        if (penalties.length === 0) return loss;
        unpenalised = core.keep(loss.clone());
        return penalties.reduce<Scalar>((sum, penalty) => core.add(sum, penalty), loss);
      }, network.trainable);
      const total = value.dataSync()[0] ?? Number.NaN;
      const loss = unpenalised?.dataSync()[0] ?? total;
      const updated = Number.isFinite(total) && update(grads);
      core.dispose(grads);
      core.dispose(unpenalised ? [value, unpenalised] : [value]);
      return updated ? loss : Number.NaN;
    },

    forward: async (x, rows, node = ir.output) => {
      const output = core.tidy(() => {
        const wanted = network.run(inputOf(x, rows), false).get(node);
        if (!wanted) throw new Error(`no output of "${node}"`);
        return wanted.clone();
      });
      const values = (await output.data()) as Float32Array;
      output.dispose();
      return values;
    },

    readWeights: async () => {
      const entries = [...network.layers].map(async ([id, layer]) => {
        const values = layer.weights.map((weight) => weight.read().data());
        return [id, (await Promise.all(values)).map((v) => Float32Array.from(v))] as const;
      });
      return Object.fromEntries(await Promise.all(entries));
    },

    writeWeights: (weights) => {
      core.tidy(() => {
        for (const [id, values] of Object.entries(weights)) {
          const layer = network.layers.get(id);
          layer?.setWeights(
            values.map((value, i) => core.tensor(value, layer.weights[i]?.shape as number[])),
          );
        }
      });
      core.dispose(lastGood);
      lastGood = [];
      draws = createRandom(0).fork('draws');
      renewOptimizer();
    },

    configure: (next) => {
      const goesOn = sameRule(settings, next);
      settings = next;
      if (goesOn) setLearningRate(optimizer, next.learningRate);
      else renewOptimizer();
    },

    recover: async (batch) => {
      const node = brokenBy;
      brokenBy = undefined;
      if (node !== undefined) return { node, where: 'weights', stepsBack: 0 };
      const found = core.tidy(() => findNonFinite(batch));
      if (lastGood.length === 0) return { ...found, stepsBack: 0 };
      restore(lastGood);
      core.dispose(lastGood);
      lastGood = [];
      renewOptimizer();
      return { ...found, stepsBack: 1 };
    },

    memory: () => {
      const { numTensors, numBytes } = core.memory();
      return { tensors: numTensors, bytes: numBytes };
    },

    dispose: () => {
      core.dispose([...lastGood, ...(held ? [held.x, held.y] : [])]);
      held = undefined;
      lastGood = [];
      disposeOptimizer(optimizer);
      network.dispose();
    },
  };

  function findNonFinite(batch: Batch): Omit<NonFinite, 'stepsBack'> {
    const { x } = load(batch);
    for (const [id, output] of network.run(x, true)) {
      if (!isFiniteTensor(output)) return { node: id, where: 'output' };
    }
    return { node: ir.loss.id, where: 'loss' };
  }
}
