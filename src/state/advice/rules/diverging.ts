import { trainingLimits } from '../../../document/training-schema.ts';
import { figure, type Rule, type RunFacts, rate } from '../advice.ts';
import { isWhole, lossNow, roundRate } from '../signs.ts';

/** The loss has grown by this factor since the start. */
const GROWN = 2;

/**
 * The loss grows because updates overshoot. Plain descent is stable below 2 / λ, λ being the largest
 * curvature; with momentum β below 2(1 + β) / λ (Goh 2017, “Why momentum really works”). Other rules have no such bound.
 */
export const diverging: Rule = {
  id: 'diverging',
  wants: (facts) => (isSuspect(facts) ? 'curvature' : undefined),
  judge: (facts) => {
    const { curvature } = facts.known;
    const limit = curvature && bound(facts) / curvature.largest;
    const { learningRate } = facts.document.training.optimizer;
    if (!limit || learningRate <= limit || !isSuspect(facts)) return undefined;
    const { optimizer } = facts.document.training;
    const better = roundRate(limit / 2);
    const { values } = facts.frame.history.train;
    return {
      figures: {
        first: figure(values[0] ?? Number.NaN),
        high: figure(Math.max(...values)),
        curvature: figure(curvature.largest),
        limit: rate(Number(limit.toPrecision(2))),
        rate: rate(learningRate),
      },
      change:
        better < trainingLimits.learningRate.min
          ? undefined
          : {
              code: 'setRate',
              figures: { rate: rate(better) },
              commands: [
                {
                  type: 'setTraining',
                  training: { optimizer: { ...optimizer, learningRate: better } },
                },
              ],
              startsOver: true,
            },
    };
  },
};

/** The factor of 1 / λ below which an update rule is stable; 0 for rules that have none. */
function bound({ document }: RunFacts): number {
  const { type, momentum } = document.training.optimizer;
  if (type === 'sgd') return 2;
  return type === 'momentum' ? 2 * (1 + momentum) : 0;
}

function isSuspect(facts: RunFacts): boolean {
  if (!isWhole(facts) || bound(facts) === 0) return false;
  if (facts.frame.failure?.type === 'non-finite') return true;
  return lossNow(facts) > GROWN * (facts.frame.history.train.values[0] ?? Number.NaN);
}
