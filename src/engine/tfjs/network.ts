import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { IrNode, Network } from '../../compiler/ir.ts';
import type { LayerKind, Tf, TfLayer } from '../../layers/define-layer.ts';

/** The tfjs layers of a network, wired as the graph is. */
export interface TfNetwork {
  /**
   * Every layer's output for a batch [rows, ...input], by node, the source's included. `change` may put
   * another tensor of the same shape in the place of an output before it is read.
   */
  readonly run: (
    x: Tensor,
    training: boolean,
    change?: (output: Tensor, node: string) => Tensor,
  ) => ReadonlyMap<string, Tensor>;
  readonly layers: ReadonlyMap<string, TfLayer>;
  readonly trainable: Variable[];
  /** Penalties on weights, as scalars. */
  readonly penalties: () => Tensor[];
  readonly dispose: () => void;
}

/** Builds the layers of a lowered network. Their weights are zero until they are set. */
export function buildNetwork(
  tf: Tf,
  ir: Network,
  catalogue: ReadonlyMap<string, LayerKind>,
  nextSeed: () => number,
): TfNetwork {
  const layers = new Map<string, TfLayer>();
  const symbols = new Map<string, SymbolicTensor>();
  symbols.set(ir.source.id, tf.layers.input({ shape: [...ir.source.spec.input] }));
  for (const node of ir.nodes) {
    const kind = catalogue.get(node.kind);
    if (kind?.role !== 'compute') throw new Error(`no layer kind "${node.kind}"`);
    const layer = kind.build({ tf, name: node.id, nextSeed }, node.params);
    layers.set(node.id, layer);
    symbols.set(node.id, layer.apply(gather(node, symbols)) as SymbolicTensor);
  }

  return {
    layers,
    trainable: [...layers.values()].flatMap((layer) =>
      layer.trainableWeights.map((weight) => weight.read() as Variable),
    ),
    penalties: () => [...layers.values()].flatMap((layer) => layer.calculateLosses()),
    run: (x, training, change = (output) => output) => {
      const outputs = new Map<string, Tensor>([[ir.source.id, change(x, ir.source.id)]]);
      for (const node of ir.nodes) {
        const output = layers.get(node.id)?.apply(gather(node, outputs), { training });
        outputs.set(node.id, change(output as Tensor, node.id));
      }
      return outputs;
    },
    dispose: () => {
      for (const layer of layers.values()) layer.dispose();
    },
  };
}

/** What a node reads: one tensor, or a list for a join. */
function gather<T>(node: IrNode, outputs: ReadonlyMap<string, T>): T | T[] {
  const inputs = node.inputs.map((id) => {
    const output = outputs.get(id);
    if (output === undefined) throw new Error(`"${node.id}" reads "${id}" before it is there`);
    return output;
  });
  const [first] = inputs;
  return inputs.length === 1 && first !== undefined ? first : inputs;
}
