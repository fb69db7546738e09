import { count, figure, type Rule, rate } from '../advice.ts';
import { isSteady, roundRate } from '../signs.ts';

/** Points of the curve that are looked at. */
const WINDOW = 40;
/** At least this share of them rises, and falls. */
const TURNS = 0.25;
/** The loss leaps by this factor and more, half of the time. */
const LEAP = 1.5;

/** The loss leaps up and down while every batch is the whole set: updates overshoot the valley. */
export const oscillating: Rule = {
  id: 'oscillating',
  wants: () => undefined,
  judge: (facts) => {
    const { values } = facts.frame.history.train;
    const { optimizer } = facts.document.training;
    const last = [...values.subarray(-WINDOW)];
    if (!isSteady(facts) || last.length < WINDOW) return undefined;
    const changes = last.slice(1).map((value, i) => value / (last[i] ?? value));
    const rises = changes.filter((each) => each > 1).length;
    const falls = changes.filter((each) => each < 1).length;
    if (Math.min(rises, falls) < TURNS * changes.length) return undefined;
    const leaps = changes.map((each) => Math.max(each, 1 / each)).sort((a, b) => a - b);
    if ((leaps[Math.floor(leaps.length / 2)] ?? 1) < LEAP) return undefined;
    const better = roundRate(optimizer.learningRate / 5);
    return {
      figures: {
        rises: count(rises),
        of: count(changes.length),
        low: figure(Math.min(...last)),
        high: figure(Math.max(...last)),
        rate: rate(optimizer.learningRate),
      },
      change: {
        code: 'setRate',
        figures: { rate: rate(better) },
        commands: [
          { type: 'setTraining', training: { optimizer: { ...optimizer, learningRate: better } } },
        ],
        startsOver: true,
      },
    };
  },
};
