import type { Optimizer, Scalar, Tensor, Variable } from '@tensorflow/tfjs-core';
import { isTrainable, type Network } from '../../compiler/ir.ts';
import { createRandom } from '../../core/random.ts';
import { type OptimizerSettings, sameRule } from '../../document/training-schema.ts';
import type { LayerKind, Tf } from '../../layers/define-layer.ts';
import { drawsFrom, memoryOf } from '../carried.ts';
import type { Batch, Eventual, Executor, NonFinite, WeightMap } from '../executor.ts';
import { planVector } from '../weight-vector.ts';
import { allOver, copyInto } from './copy-into.ts';
import { dissect } from './dissect.ts';
import { createFreezer } from './freezer.ts';
import { batchLoss } from './losses.ts';
import { buildNetwork } from './network.ts';
import { memoryIn, writeMemory } from './optimizer-memory.ts';
import { createOptimizer, disposeOptimizer, setLearningRate } from './optimizers.ts';

/** How far a weight is moved for a finite difference: single precision leaves three digits of it. */
const NUDGE = 2 ** -7;

/** Runs any compiled network on the tfjs backend that is set. The reference for other executors. */
export function createTfjsExecutor(
  tf: Tf,
  ir: Network,
  catalogue: ReadonlyMap<string, LayerKind>,
): Executor {
  const { core } = tf;
  let draws = drawsFrom();
  const network = buildNetwork(tf, ir, catalogue, () => draws.integer(2 ** 31));
  const plan = planVector(ir);
  const variables = [...network.layers.values()].flatMap((layer) =>
    layer.weights.map((weight) => weight.read() as Variable),
  );
  /** The weights in the order in which a capture has them. */
  const inOrder = plan.places.map(({ node, tensor }) => weightOf(node, tensor));
  let settings: OptimizerSettings = { type: 'sgd', learningRate: 0.1, momentum: 0 };
  let optimizer: Optimizer = createOptimizer(core, settings);
  const freezer = createFreezer(core, network);
  const owners = [...network.layers].flatMap(([id, layer]) => layer.weights.map(() => id));
  let lastGood: Tensor[] = [];
  let brokenBy: string | undefined;
  /** What trains, while other weights are looked at. */
  let away: Tensor[] | undefined;
  let held: { batch: Batch; x: Tensor; y: Tensor } | undefined;

  /** The end that is trained on; a network without one can only be looked at. */
  const objective = () => {
    if (!isTrainable(ir)) throw new Error('a network without a loss cannot be trained');
    return ir;
  };

  const inputOf = (x: Float32Array, rows: number): Tensor =>
    core.tensor(x, [rows, ...ir.source.spec.input]);

  /** A batch as tensors; the last one is kept, since a full batch comes again and again. */
  function load(batch: Batch): { x: Tensor; y: Tensor } {
    if (held?.batch === batch && !batch.refilled) return held;
    core.dispose([held?.x, held?.y].filter((tensor) => tensor !== undefined));
    const y = core.tensor(batch.y, [batch.rows, objective().target.width]);
    held = { batch, x: inputOf(batch.x, batch.rows), y };
    return held;
  }

  function lossOf(outputs: ReadonlyMap<string, Tensor>, y: Tensor) {
    const { output: last, loss } = objective();
    const output = outputs.get(last);
    if (!output) throw new Error(`no output of "${last}"`);
    return batchLoss(core, loss.spec, output, y);
  }

  /** A few numbers from wherever the backend keeps them. */
  const read = (tensor: Tensor): Eventual<Iterable<number>> =>
    core.getBackend() === 'webgpu' ? tensor.data() : tensor.dataSync();

  /** Finite exactly when every weight is: wasm's clip and ReLU turn NaN into a number, so the loss alone does not tell. */
  const sumOfWeights = (): Tensor =>
    variables.length === 0
      ? core.scalar(0)
      : core.addN(variables.map((variable) => core.sum(variable)));

  async function isFiniteTensor(tensor: Tensor): Promise<boolean> {
    const sum = core.sum(tensor);
    const [value = Number.NaN] = await read(sum);
    sum.dispose();
    return Number.isFinite(value);
  }

  /** Takes a step, and tells what came of it: loss with penalties and without, sum of all weights. */
  async function update(x: Tensor, y: Tensor) {
    let unpenalised: Tensor | undefined;
    const { value, grads } = core.variableGrads(() => {
      const loss = lossOf(network.run(x, true), y);
      const penalties = network.penalties();
      if (penalties.length === 0) return loss;
      unpenalised = core.keep(loss.clone());
      return penalties.reduce<Scalar>((sum, penalty) => core.add(sum, penalty), loss);
    }, network.trainable);
    freezer.around(grads, () => optimizer.applyGradients(grads));
    const figures = core.tidy(() =>
      core.stack(
        [value, unpenalised ?? value, sumOfWeights()].map((tensor) => core.reshape(tensor, [])),
      ),
    );
    core.dispose(grads);
    core.dispose(unpenalised ? [value, unpenalised] : [value]);
    // One look at the backend a step: on a graphics card each one waits for all that was asked before.
    const [total = Number.NaN, loss = Number.NaN, weights = Number.NaN] = await read(figures);
    figures.dispose();
    return { total, loss, weights };
  }

  async function outputs(
    x: Float32Array,
    rows: number,
    nodes: readonly string[],
  ): Promise<Record<string, Float32Array>> {
    const wanted = core.tidy(() => {
      const all = network.run(inputOf(x, rows), false);
      return nodes.map((node) => {
        const output = all.get(node);
        if (!output) throw new Error(`no output of "${node}"`);
        return output.clone();
      });
    });
    const values = await Promise.all(
      wanted.map((tensor) => tensor.data() as Promise<Float32Array>),
    );
    core.dispose(wanted);
    return Object.fromEntries(nodes.map((node, i) => [node, values[i] as Float32Array]));
  }

  function restore(tensors: readonly Tensor[]): void {
    tensors.forEach((tensor, i) => {
      variables[i]?.assign(tensor);
    });
  }

  /** Looks as an update does: weights, means of batch normalisation and draws are put back after it. */
  async function leavingNothing<T>(look: () => Promise<T>): Promise<T> {
    const before = variables.map((variable) => variable.clone());
    const drawsBefore = draws;
    draws = createRandom(0).fork('dissection');
    try {
      return await look();
    } finally {
      draws = drawsBefore;
      restore(before);
      core.dispose(before);
    }
  }

  function weightOf(node: string, tensor: number): Variable {
    const weight = network.layers.get(node)?.weights[tensor]?.read() as Variable | undefined;
    if (!weight) throw new Error(`no weight ${tensor} of "${node}"`);
    return weight;
  }

  function setWeights(weights: WeightMap): void {
    core.tidy(() => {
      for (const [id, values] of Object.entries(weights)) {
        const layer = network.layers.get(id);
        layer?.setWeights(
          values.map((value, i) => core.tensor(value, layer.weights[i]?.shape as number[])),
        );
      }
    });
  }

  function comeBack(): void {
    if (!away) return;
    restore(away);
    core.dispose(away);
    away = undefined;
  }

  function renewOptimizer(): void {
    disposeOptimizer(optimizer);
    optimizer = createOptimizer(core, settings);
  }

  return {
    name: core.getBackend(),

    step: async (batch) => {
      const { x, y } = load(batch);
      const before = variables.map((variable) => variable.clone());
      try {
        const { total, loss, weights } = await update(x, y);
        if (Number.isFinite(total) && Number.isFinite(weights)) {
          core.dispose(lastGood);
          lastGood = before;
          return loss;
        }
        if (Number.isFinite(total)) brokenBy = await brokenLayer();
        restore(before);
        renewOptimizer();
      } catch (error) {
        core.dispose(before);
        throw error;
      }
      core.dispose(before);
      return Number.NaN;
    },

    forward: async (x, rows, node = objective().output) => {
      const { [node]: values } = await outputs(x, rows, [node]);
      if (!values) throw new Error(`no output of "${node}"`);
      return values;
    },

    outputs,

    dissect: async (batch) => {
      const { x, y } = load(batch);
      return leavingNothing(() =>
        dissect(core, ir, network, { x, lossOf: (outputs) => lossOf(outputs, y) }),
      );
    },

    nudge: async (batch, { node, tensor, index }) => {
      const { x, y } = load(batch);
      const weight = weightOf(node, tensor);
      const costAt = (by: number): Promise<number> =>
        leavingNothing(async () => {
          const values = Float32Array.from(await weight.data());
          values[index] = (values[index] ?? 0) + by;
          core.tidy(() => weight.assign(core.tensor(values, weight.shape)));
          const cost = core.tidy(() =>
            network
              .penalties()
              .reduce<Tensor>((sum, each) => core.add(sum, each), lossOf(network.run(x, true), y)),
          );
          const [found = Number.NaN] = await cost.data();
          cost.dispose();
          return found;
        });
      return { by: NUDGE, up: await costAt(NUDGE), down: await costAt(-NUDGE) };
    },

    readWeights: async () => {
      const entries = [...network.layers].map(async ([id, layer]) => {
        const values = layer.weights.map((weight) => weight.read().data());
        return [id, (await Promise.all(values)).map((v) => new Float32Array(v))] as const;
      });
      return Object.fromEntries(await Promise.all(entries));
    },

    capture: ({ floats }, mostMemory) => {
      const remembered = memoryIn(core, optimizer);
      const size = remembered.reduce((sum, variable) => sum + variable.size, 0);
      const isCut = 4 * size > mostMemory;
      const vector = floats(plan.length);
      const memory = size > 0 && !isCut ? floats(size) : undefined;
      const carried = { make: 'tfjs', optimizer: settings, isCut, draws: draws.state() } as const;
      const copied = [
        copyInto(core, inOrder, vector),
        memory && copyInto(core, remembered, memory),
      ];
      const capture = { vector, memory, carried };
      return copied.some((each) => each) ? allOver(copied).then(() => capture) : capture;
    },

    writeWeights: (weights, carried) => {
      comeBack();
      setWeights(weights);
      core.dispose(lastGood);
      lastGood = [];
      draws = drawsFrom(carried, 'tfjs');
      renewOptimizer();
      const memory = memoryOf(carried, 'tfjs', settings);
      const { trainable } = network;
      if (memory && !writeMemory(core, optimizer, trainable, memory)) renewOptimizer();
    },

    visit: (weights) => {
      if (!weights) return comeBack();
      away ??= variables.map((variable) => variable.clone());
      setWeights(weights);
    },

    configure: (next) => {
      const goesOn = sameRule(settings, next);
      settings = next;
      if (goesOn) setLearningRate(optimizer, next.learningRate);
      else renewOptimizer();
    },

    freeze: freezer.set,

    lossesBeyond: async (batch, most) => {
      const { x, y } = load(batch);
      const before = variables.map((variable) => variable.clone());
      const losses: number[] = [];
      try {
        while (losses.length < most && !Number.isNaN(losses.at(-1))) {
          losses.push((await update(x, y)).loss);
        }
      } finally {
        restore(before);
        core.dispose(before);
        renewOptimizer();
      }
      return losses;
    },

    recover: async (batch) => {
      const node = brokenBy;
      brokenBy = undefined;
      if (node !== undefined) return { node, where: 'weights', stepsBack: 0 };
      const found = await findNonFinite(batch);
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
      core.dispose([...lastGood, ...(away ?? []), ...(held ? [held.x, held.y] : [])]);
      away = undefined;
      held = undefined;
      lastGood = [];
      disposeOptimizer(optimizer);
      freezer.dispose();
      network.dispose();
    },
  };

  async function brokenLayer(): Promise<string | undefined> {
    for (const [i, variable] of variables.entries()) {
      if (!(await isFiniteTensor(variable))) return owners[i];
    }
    return undefined;
  }

  async function findNonFinite(batch: Batch): Promise<Omit<NonFinite, 'stepsBack'>> {
    const { x } = load(batch);
    const before = variables.map((variable) => variable.clone());
    core.engine().startScope();
    try {
      for (const [id, output] of network.run(x, true)) {
        if (!(await isFiniteTensor(output))) return { node: id, where: 'output' };
      }
      return { node: objective().loss.id, where: 'loss' };
    } finally {
      core.engine().endScope();
      // A look while training moves the means of batch normalisation.
      restore(before);
      core.dispose(before);
    }
  }
}
