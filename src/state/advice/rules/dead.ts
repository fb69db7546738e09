import type { Command } from '../../../document/commands.ts';
import { canDie, silence } from '../../../engine/spread/standing.ts';
import { type Change, count, node, type RunFacts } from '../advice.ts';
import { kindThat } from '../find-kind.ts';
import { blocked } from './blocked.ts';

/** Half of a layer's ReLUs or more give 0 for every row: no gradient reaches them, and they stay so. */
export const dead = blocked({
  id: 'dead',
  befalls: (_, each) => canDie(each),
  share: silence,
  tell: (layer) => ({
    node: node(layer.node),
    silent: count(layer.dead ?? 0),
    units: count(layer.units),
  }),
  change: letThrough,
});

/** A kind with a small slope below zero, in the place of each that has none. */
function letThrough({ ir, document, catalogue }: RunFacts): Change | undefined {
  const leaky = kindThat(catalogue, 'leakyRelu');
  const places = ir.nodes.filter((each) => canDie(each) && document.graph.nodes[each.id]);
  if (!leaky || places.length === 0) return undefined;
  const commands = places.map(
    ({ id }): Command => ({ type: 'replace', id, node: { kind: leaky.kind, params: {} } }),
  );
  return { code: 'letThrough', figures: {}, commands, startsOver: true };
}
