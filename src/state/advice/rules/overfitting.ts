import { overfitOf } from '../../../engine/overfit.ts';
import { count, figure, type Rule } from '../advice.ts';
import { since } from '../signs.ts';

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
  judge: ({ frame }) => {
    const { test, train } = frame.history;
    const from = overfitOf(frame.history)?.since;
    if (from === undefined || from < 1) return undefined;
    const low = Math.min(...test.values);
    const [now, own] = [test.values.at(-1), train.values.at(-1)];
    if (now === undefined || own === undefined || now < low * (1 + RISE)) return undefined;
    const after = since(test, from);
    if (after.length < FEWEST) return undefined;
    const rises = after.filter((value, i) => i > 0 && value > (after[i - 1] ?? value)).length;
    if (rises < STEADY * (after.length - 1)) return undefined;
    return {
      figures: {
        step: count(from),
        low: figure(low),
        test: figure(now),
        train: figure(own),
      },
      change: {
        code: 'stopThere',
        figures: { step: count(from) },
        commands: [{ type: 'setTraining', training: { stopAt: from } }],
        startsOver: true,
      },
    };
  },
};
