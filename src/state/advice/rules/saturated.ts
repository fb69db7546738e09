import type { Ir } from '../../../compiler/ir.ts';
import { type Shape, sizeOf } from '../../../core/shape.ts';
import type { Initialiser } from '../../../core/weights.ts';
import type { Command } from '../../../document/commands.ts';
import { steepestOf } from '../../../engine/advice/layer-facts.ts';
import { type Change, node, type Rule, type RunFacts, share } from '../advice.ts';
import { isPoor, lossNow } from '../signs.ts';

/** So many updates must have had their chance. */
const FIRST_STEP = 100;
/** Share of a layer's values at which its slope is nearly gone. */
const FLAT = 0.7;

/** Units of a layer stand where their function is flat, so that hardly any gradient gets through. */
export const saturated: Rule = {
  id: 'saturated',
  wants: (facts) => {
    if (facts.frame.step < FIRST_STEP || !hasAny(facts.ir) || !(lossNow(facts) > 0))
      return undefined;
    if (!facts.known.data) return 'data';
    return isPoor(facts) ? 'layers' : undefined;
  },
  judge: (facts) => {
    if (facts.frame.step < FIRST_STEP || !isPoor(facts)) return undefined;
    const worst = (facts.known.layers ?? [])
      .filter(({ bends, flat }) => bends === 'ends' && flat >= FLAT)
      .toSorted((a, b) => b.flat - a.flat)[0];
    if (!worst) return undefined;
    return {
      figures: { node: node(worst.node), flat: share(worst.flat), slope: share(worst.slope) },
      change: startSmaller(facts),
    };
  },
};

const hasAny = ({ nodes, output }: Ir): boolean =>
  nodes.some(
    ({ id, derivative }) =>
      id !== output && derivative?.of === 'each' && steepestOf(derivative.slope) !== undefined,
  );

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
  return (reader?.of === 'each' ? steepestOf(reader.slope) : undefined) ?? 1;
}

/** Weights for a function of a small slope may be larger by as much (Glorot and Bengio 2010, 4.2.1). */
function wider(kernel: Shape, slope: number): Initialiser {
  const inputs = sizeOf(kernel.slice(0, -1));
  const deviation = Math.min(1, 1 / slope / Math.sqrt(Math.max(1, inputs)));
  return { type: 'normal', mean: 0, deviation: Number(deviation.toPrecision(2)) };
}
