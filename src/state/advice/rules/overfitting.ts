import type { Curves } from '../../../engine/figures/curves.ts';
import { valueAt } from '../../../engine/figures/overfit.ts';
import { count, figure, type Rule } from '../advice.ts';

/** The test loss must have risen by this share: the chart says so sooner. */
const RISE = 0.2;
/** Since it turned it must have risen at so large a share of the measurements: else it leaps about. */
const STEADY = 0.6;
/** Fewer measurements since it turned tell nothing. */
const FEWEST = 8;

/** The test loss has long turned while the training loss goes on falling. */
export const overfitting: Rule = {
  id: 'overfitting',
  wants: () => undefined,
  judge: ({ frame: { history } }) => {
    const found = firstRise(history);
    if (!found) return undefined;
    const { from, to, low, test, train } = found;
    return {
      step: to,
      figures: { step: count(from), low: figure(low), test: figure(test), train: figure(train) },
      change: {
        code: 'stopThere',
        figures: { step: count(from) },
        commands: [{ type: 'setTraining', training: { stopAt: from } }],
        startsOver: true,
      },
    };
  },
};

/**
 * The first update `to` at which the test loss had risen enough since its lowest at `from`: the same however
 * late it is looked. The newest value is left out, since where it lies depends on the look.
 */
function firstRise({ train, test: { steps, values } }: Pick<Curves, 'train' | 'test'>) {
  let [lowest, rises] = [0, 0];
  for (let i = 1; i < values.length - 1; i++) {
    const [test, before, low] = [values[i], values[i - 1], values[lowest]] as [
      number,
      number,
      number,
    ];
    if (test < low) [lowest, rises] = [i, 0];
    else if (test > before) rises += 1;
    const [from, to] = [steps[lowest] ?? 0, steps[i] ?? 0];
    const length = i - lowest;
    if (from < 1 || length + 1 < FEWEST || rises < STEADY * length || test < low * (1 + RISE))
      continue;
    const [own, then] = [valueAt(train, to), valueAt(train, from)];
    if (own < then && own < test) return { from, to, low, test, train: own };
  }
  return undefined;
}
