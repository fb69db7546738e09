import type { Tensor4D } from '@tensorflow/tfjs-core';
import type { LayersModel, Sequential } from '@tensorflow/tfjs-layers';
import { sizeOf } from '../src/core/shape.ts';
import type { TfLayer } from '../src/layers/define-layer.ts';
import type { Case } from './cases.ts';
import { tf } from './tf.ts';
import { medianTime } from './timing.ts';

const { core } = tf;
const backends = ['wasm', 'webgl', 'webgpu', 'cpu'] as const;

/** The same network as anyone would write it with tfjs-layers. */
function modelOf({ graph, input, classes }: Case): Sequential {
  const model = tf.layers.sequential();
  let first: { inputShape?: number[] } = { inputShape: [...input] };
  for (const { kind, params } of Object.values(graph.nodes)) {
    const make = makers[kind];
    if (!make) continue;
    model.add(make({ ...params, ...first }));
    first = {};
  }
  const loss = classes === 2 ? 'binaryCrossentropy' : 'categoricalCrossentropy';
  model.compile({ optimizer: core.train.sgd(0.1), loss });
  return model;
}

type Params = Record<string, unknown>;
const kinds = tf.layers.layers;
const makers: Readonly<Record<string, (p: Params) => TfLayer>> = {
  dense: (p) => kinds.dense({ ...p, units: Number(p['units']) }),
  conv2d: (p) =>
    kinds.conv2d({ ...p, filters: Number(p['filters']), kernelSize: 3, padding: 'same' }),
  maxPool: () => kinds.maxPooling2d({ poolSize: 2, strides: 2, padding: 'same' }),
  flatten: () => kinds.flatten(),
  sigmoid: () => kinds.activation({ activation: 'sigmoid' }),
  relu: () => kinds.activation({ activation: 'relu' }),
  softmax: () => kinds.activation({ activation: 'softmax' }),
};

function dataOf({ input, classes, batch }: Case) {
  const x = core.randomUniform([batch, ...input]);
  const labels = core.tensor1d(
    Array.from({ length: batch }, (_, i) => i % classes),
    'int32',
  );
  const y =
    classes === 2
      ? core.reshape(core.cast(labels, 'float32'), [batch, 1])
      : core.oneHot(labels, classes);
  return { x, y };
}

/** Time of a training step on each backend of stock tfjs that can train the network, in ms. */
export async function stockSteps(of: Case): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const backend of backends) {
    const best = Math.min(...Object.values(found));
    const time = await stockStep(of, backend, best).catch(() => undefined);
    if (time !== undefined) found[backend] = time;
  }
  return found;
}

async function stockStep(of: Case, backend: string, best: number): Promise<number | undefined> {
  if (!(await core.setBackend(backend))) return undefined;
  const model = modelOf(of);
  const { x, y } = dataOf(of);
  const step = () => model.trainOnBatch(x, y);
  await step();
  const begun = performance.now();
  await step();
  const second = performance.now() - begun;
  // One that is slow beyond doubt is not waited for.
  const time = second > 1.5 * best ? second : await medianTime(step, warmedFor(second));
  release(model);
  core.dispose([x, y]);
  return time;
}

const warmedFor = (step: number) => (step > 300 ? { warmUp: 0, budget: 2 * step } : {});

/** Time of a forward pass over many rows on stock tfjs's best backend for small networks, in ms. */
export async function stockGrid(of: Case, rows: number): Promise<number> {
  const times: number[] = [];
  for (const backend of ['wasm', 'cpu']) {
    await core.setBackend(backend);
    const model = modelOf(of);
    const x = core.randomUniform([rows, sizeOf(of.input)]);
    times.push(
      await medianTime(async () => {
        const y = model.predict(x) as ReturnType<typeof core.zeros>;
        await y.data();
        y.dispose();
      }),
    );
    release(model);
    x.dispose();
  }
  return Math.min(...times);
}

/** Time of three forward convolutions like the second of lab-11-1 on stock wasm, in ms. */
export async function convolutionFloor(): Promise<number> {
  await core.setBackend('wasm');
  const x: Tensor4D = core.randomNormal([100, 14, 14, 32]);
  const filter: Tensor4D = core.randomNormal([3, 3, 32, 64]);
  const time = await medianTime(() => {
    for (let i = 0; i < 3; i++) core.conv2d(x, filter, 1, 'same').dispose();
  });
  core.dispose([x, filter]);
  return time;
}

const release = (model: LayersModel): void => void model.dispose();
