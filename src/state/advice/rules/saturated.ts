import type { Ir } from '../../../compiler/ir.ts';
import { squashOf } from '../../../core/derivative.ts';
import { type Shape, sizeOf } from '../../../core/shape.ts';
import type { Initialiser } from '../../../core/weights.ts';
import type { Command } from '../../../document/commands.ts';
import { canSaturate, saturation } from '../../../engine/spread/standing.ts';
import { type Change, node, type RunFacts, share } from '../advice.ts';
import { blocked } from './blocked.ts';

/** Units of a layer stand where their function is flat, so that hardly any gradient gets through. */
export const saturated = blocked({
  id: 'saturated',
  befalls: canSaturate,
  share: saturation,
  tell: (layer) => ({
    node: node(layer.node),
    flat: share(saturation(layer)),
    slope: share(layer.slope),
  }),
  change: startSmaller,
});

/** Weights of a size that suits the function behind them, biases at 0: sums stay where the slope is. */
function startSmaller({ ir, document }: RunFacts): Change | undefined {
  const commands = ir.nodes.flatMap(({ id, params, weights }): Command[] => {
    if (!document.graph.nodes[id] || !('kernelInitialiser' in params)) return [];
    const slope = slopeBehind(ir, id);
    const start = {
      kernelInitialiser: slope < 1 ? wider(weights[0]?.shape ?? [], slope) : glorot,
      ...('biasInitialiser' in params && { biasInitialiser: { type: 'zeros' } }),
    };
    return [{ type: 'setParams', id, params: start }];
  });
  return commands.length === 0
    ? undefined
    : { code: 'startSmaller', figures: {}, commands, startsOver: true };
}

const glorot: Initialiser = { type: 'glorotUniform' };

/** The largest slope of the function behind a layer; 1 where nothing says so. */
function slopeBehind({ nodes }: Ir, id: string): number {
  const reader = nodes.find(({ inputs }) => inputs.includes(id))?.derivative;
  return (reader?.of === 'each' ? squashOf(reader.slope) : undefined) ?? 1;
}

/** Weights for a function of a small slope may be larger by as much (Glorot and Bengio 2010, 4.2.1). */
function wider(kernel: Shape, slope: number): Initialiser {
  const inputs = sizeOf(kernel.slice(0, -1));
  const deviation = Math.min(1, 1 / slope / Math.sqrt(Math.max(1, inputs)));
  return { type: 'normal', mean: 0, deviation: Number(deviation.toPrecision(2)) };
}
