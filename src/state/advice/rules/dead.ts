import type { Ir } from '../../../compiler/ir.ts';
import type { Command } from '../../../document/commands.ts';
import { type Change, count, node, type Rule, type RunFacts } from '../advice.ts';
import { kindThat } from '../find-kind.ts';
import { isPoor, lossNow } from '../signs.ts';

const FIRST_STEP = 50;
/** Share of a layer's units that must be silent. */
const DEAD = 0.5;

/** Half of a layer's ReLUs or more give 0 for every row: no gradient reaches them, and they stay so. */
export const dead: Rule = {
  id: 'dead',
  wants: (facts) => {
    if (facts.frame.step < FIRST_STEP || !hasAny(facts.ir) || !(lossNow(facts) > 0))
      return undefined;
    if (!facts.known.data) return 'data';
    return isPoor(facts) ? 'layers' : undefined;
  },
  judge: (facts) => {
    if (facts.frame.step < FIRST_STEP || !isPoor(facts)) return undefined;
    const worst = (facts.known.layers ?? [])
      .filter((layer) => layer.bends === 'below' && layer.dead >= DEAD)
      .toSorted((a, b) => b.dead - a.dead)[0];
    if (!worst) return undefined;
    return {
      figures: {
        node: node(worst.node),
        silent: count(Math.round(worst.dead * worst.units)),
        units: count(worst.units),
      },
      change: letThrough(facts),
    };
  },
};

const cuts = ({ derivative }: Ir['nodes'][number]): boolean =>
  derivative?.of === 'each' && derivative.slope.name === 'bent' && derivative.slope.below === 0;

const hasAny = ({ nodes, output }: Ir): boolean =>
  nodes.some((each) => each.id !== output && cuts(each));

/** A kind with a small slope below zero, in the place of each that has none. */
function letThrough({ ir, document, catalogue }: RunFacts): Change | undefined {
  const leaky = kindThat(catalogue, 'leakyRelu');
  const places = ir.nodes.filter((each) => cuts(each) && document.graph.nodes[each.id]);
  if (!leaky || places.length === 0) return undefined;
  const commands = places.map(
    ({ id }): Command => ({ type: 'replace', id, node: { kind: leaky.kind, params: {} } }),
  );
  return { code: 'letThrough', figures: {}, commands, startsOver: true };
}
