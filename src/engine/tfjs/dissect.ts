import type { Scalar, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { Network } from '../../compiler/ir.ts';
import type { Tf } from '../../layers/define-layer.ts';
import type { Dissection } from '../executor.ts';
import type { TfNetwork } from './network.ts';

/**
 * Takes an update apart. To every output a zero is added that tfjs holds for a variable: the loss's
 * derivative by it is the one by the output.
 */
export async function dissect(
  core: Tf['core'],
  ir: Network,
  network: TfNetwork,
  {
    x,
    lossOf,
  }: { readonly x: Tensor; readonly lossOf: (outputs: ReadonlyMap<string, Tensor>) => Scalar },
): Promise<Dissection> {
  const [rows = 0] = x.shape;
  const shapes = [
    [ir.source.id, ir.source.spec.input] as const,
    ...ir.nodes.map(({ id, outputShape }) => [id, outputShape] as const),
  ];
  const shifts = new Map(
    shapes.map(([id, shape]) => [id, core.tidy(() => core.variable(core.zeros([rows, ...shape])))]),
  );
  const kept: Tensor[] = [];
  try {
    let outputs: ReadonlyMap<string, Tensor> = new Map();
    let bare: Tensor | undefined;
    const { value, grads } = core.variableGrads(() => {
      const all = network.run(x, true, (output, id) => {
        const shift = shifts.get(id);
        return shift ? core.add(output, shift) : output;
      });
      outputs = new Map(Array.from(all, ([id, output]) => [id, core.keep(output.clone())]));
      kept.push(...outputs.values());
      const loss = lossOf(all);
      bare = core.keep(loss.clone());
      kept.push(bare);
      return network.penalties().reduce<Scalar>((sum, penalty) => core.add(sum, penalty), loss);
    }, [...network.trainable, ...shifts.values()]);
    kept.push(value, ...Object.values(grads));
    const numbersOf = async (tensor: Tensor | undefined): Promise<Float64Array | undefined> =>
      tensor && Float64Array.from(await tensor.data());
    const byNode = async (of: (id: string) => Tensor | undefined) => {
      const found: Record<string, Float64Array> = {};
      for (const [id] of shapes) {
        const numbers = await numbersOf(of(id));
        if (numbers) found[id] = numbers;
      }
      return found;
    };
    const gradientOf = (variable: Variable | undefined) => variable && grads[variable.name];
    const weightGradients: Record<string, (Float64Array | undefined)[]> = {};
    for (const [id, layer] of network.layers) {
      const tensors = layer.weights.map((weight) => gradientOf(weight.read() as Variable));
      weightGradients[id] = await Promise.all(tensors.map(numbersOf));
    }
    return {
      loss: (await numbersOf(bare))?.[0] ?? Number.NaN,
      values: await byNode((id) => outputs.get(id)),
      gradients: await byNode((id) => gradientOf(shifts.get(id))),
      weightGradients,
    };
  } finally {
    core.dispose(kept);
    core.dispose([...shifts.values()]);
  }
}
