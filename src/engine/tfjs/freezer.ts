import type { NamedTensorMap, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { Tf } from '../../layers/define-layer.ts';
import type { WeightPlace } from '../executor.ts';
import type { TfNetwork } from './network.ts';

/** Keeps single numbers of a network as they are while the rest is trained. */
export function createFreezer(core: Tf['core'], network: TfNetwork) {
  let masks: { readonly variable: Variable; readonly mask: Tensor }[] = [];

  const dispose = (): void => {
    core.dispose(masks.map(({ mask }) => mask));
    masks = [];
  };

  return {
    /** From now on these numbers stay, and no others. */
    set: (places: readonly WeightPlace[]): void => {
      dispose();
      const byVariable = new Map<Variable, number[]>();
      for (const { node, tensor, index } of places) {
        const variable = network.layers.get(node)?.weights[tensor]?.read() as Variable | undefined;
        if (variable) byVariable.set(variable, [...(byVariable.get(variable) ?? []), index]);
      }
      masks = Array.from(byVariable, ([variable, at]) => {
        const values = new Uint8Array(variable.size);
        for (const index of at) values[index] = 1;
        return { variable, mask: core.tensor(values, variable.shape, 'bool') };
      });
    },
    /**
     * Lets a rule act on gradients that are 0 where a number is frozen. What the rule remembers from before may
     * still move it: it is put back.
     */
    around: (grads: NamedTensorMap, act: () => void): void => {
      const before = masks.map(({ variable, mask }) => {
        const gradient = grads[variable.name];
        if (gradient) {
          grads[variable.name] = core.where(mask, core.zerosLike(gradient), gradient);
          gradient.dispose();
        }
        return variable.clone();
      });
      act();
      masks.forEach(({ variable, mask }, i) => {
        core.tidy(() => variable.assign(core.where(mask, before[i] as Tensor, variable)));
      });
      core.dispose(before);
    },
    dispose,
  };
}
