import type { Ir, IrNode } from '../../../compiler/ir.ts';
import { isBlocked, type Standing } from '../../../engine/spread/standing.ts';
import type { Change, Figures, Rule, RuleId, RunFacts } from '../advice.ts';
import { isPoor, lossNow } from '../signs.ts';

/** So many updates must have had their chance. */
const FIRST_STEP = 100;

/** A way in which a layer lets hardly any gradient through. */
interface Blockage {
  readonly id: RuleId;
  /** Whether it can happen to a layer. */
  readonly befalls: (ir: Ir, node: IrNode) => boolean;
  /** The share of the layer that it has happened to. */
  readonly share: (layer: Standing) => number;
  readonly tell: (layer: Standing) => Figures;
  readonly change: (facts: RunFacts) => Change | undefined;
}

/** A rule that speaks of the layer where most is blocked, if little has been learnt. */
export const blocked = ({ id, befalls, share, tell, change }: Blockage): Rule => ({
  id,
  wants: (facts) => {
    const { ir, frame, known } = facts;
    if (frame.step < FIRST_STEP || !(lossNow(facts) > 0)) return undefined;
    if (!ir.nodes.some((node) => befalls(ir, node))) return undefined;
    if (!known.data) return 'data';
    return isPoor(facts) ? 'layers' : undefined;
  },
  judge: (facts) => {
    if (facts.frame.step < FIRST_STEP || !isPoor(facts)) return undefined;
    const worst = (facts.known.layers ?? [])
      .filter((layer) => isBlocked(share(layer)))
      .toSorted((a, b) => share(b) - share(a))[0];
    return worst && { figures: tell(worst), change: change(facts) };
  },
});
