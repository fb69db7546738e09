import { trainingLimits } from '../../../document/training-schema.ts';
import { type Change, type Figures, figure, type Rule, type RunFacts, rate } from '../advice.ts';
import { isSteady, lossNow, roundRate, since } from '../signs.ts';

/** The loss has grown by this factor since the start. */
const GROWN = 2;
/** Where nothing is known of the curvature, it must have stayed so for the later half of so many updates. */
const LONG = 100;
/** How much smaller a rate is then worth a try. */
const SMALLER = 10;
/** Beyond so many times its start the loss bends as no run that starts over with a better rate will meet it. */
const LOST = 10;

/**
 * The loss grows because updates overshoot. Plain descent is stable below 2 / λ, λ being the largest
 * curvature; with momentum β below 2(1 + β) / λ (Goh 2017, “Why momentum really works”). Other rules have no
 * such bound, nor have batches that are not the whole set: there a loss that stays up is all the evidence.
 */
export const diverging: Rule = {
  id: 'diverging',
  wants: (facts) => (isSuspect(facts) ? 'curvature' : undefined),
  judge: (facts) => {
    const { curvature } = facts.known;
    if (bound(facts) === 0 || curvature?.length === 0)
      return hasStayedUp(facts) ? grown(facts) : undefined;
    const largest = overshot(facts);
    if (largest === undefined || !isSuspect(facts)) return undefined;
    const limit = bound(facts) / largest;
    return {
      figures: {
        ...rise(facts),
        curvature: figure(largest),
        limit: rate(Number(limit.toPrecision(2))),
      },
      change: setRate(facts, roundRate(limit / 2)),
    };
  },
};

/**
 * The curvature above whose bound the rate is: the largest where the loss was still near its start; if the rate
 * is not above that one, the first on the way that it is above.
 */
function overshot(facts: RunFacts): number | undefined {
  const { known, frame, document } = facts;
  const places = known.curvature ?? [];
  const most = LOST * (frame.history.train.values[0] ?? Number.NaN);
  const sharpest = Math.max(
    ...places.flatMap(({ loss, largest }) => (loss <= most ? [largest] : [])),
  );
  return [sharpest, ...places.map(({ largest }) => largest)].find(
    (largest) => document.training.optimizer.learningRate > bound(facts) / largest && largest > 0,
  );
}

/** What is said where there is no estimate. */
const grown = (facts: RunFacts): ReturnType<Rule['judge']> => ({
  words: 'grown',
  figures: rise(facts),
  change: setRate(facts, roundRate(facts.document.training.optimizer.learningRate / SMALLER)),
});

function rise({ frame, document }: RunFacts): Figures {
  const { values } = frame.history.train;
  return {
    first: figure(values[0] ?? Number.NaN),
    high: figure(Math.max(...values)),
    rate: rate(document.training.optimizer.learningRate),
  };
}

function setRate({ document }: RunFacts, better: number): Change | undefined {
  if (better < trainingLimits.learningRate.min) return undefined;
  const optimizer = { ...document.training.optimizer, learningRate: better };
  return {
    code: 'setRate',
    figures: { rate: rate(better) },
    commands: [{ type: 'setTraining', training: { optimizer } }],
    startsOver: true,
  };
}

/** The factor of 1 / λ below which updates are stable; 0 where there is none. */
function bound(facts: RunFacts): number {
  const { type, momentum } = facts.document.training.optimizer;
  if (!isSteady(facts)) return 0;
  if (type === 'sgd') return 2;
  return type === 'momentum' ? 2 * (1 + momentum) : 0;
}

function isSuspect(facts: RunFacts): boolean {
  if (bound(facts) === 0) return false;
  if (facts.frame.failure?.type === 'non-finite') return true;
  return lossNow(facts) > GROWN * (facts.frame.history.train.values[0] ?? Number.NaN);
}

/** Whether the loss stays far above its start, or went on from there to no number. */
function hasStayedUp({ frame: { history, step, failure } }: RunFacts): boolean {
  if (step < LONG && failure?.type !== 'non-finite') return false;
  const first = history.train.values[0] ?? Number.NaN;
  const late = since(history.train, step / 2);
  return late.length > 1 && late.every((loss) => loss > GROWN * first);
}
