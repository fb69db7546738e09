import type { SeedResult } from '../../engine/seeds/seed-plan.ts';
import {
  goalOf,
  judge,
  type Tally,
  tally,
  type Verdict,
  type Wanted,
} from '../../engine/seeds/verdict.ts';
import type { Variant } from '../../state/seeds/study.ts';

/** A variant with what became of each of its starts. */
export interface Judged {
  readonly variant: Variant;
  readonly verdicts: ReadonlyMap<SeedResult, Verdict>;
  readonly tally: Tally;
}

const known = new WeakMap<Variant, Judged & { readonly wanted: Wanted }>();

/** Holds all starts of a variant against what is wanted of them. */
export function judgeAll(variant: Variant, wanted: Wanted): Judged {
  const last = known.get(variant);
  if (last?.wanted === wanted) return last;
  const { terms, results } = variant;
  const verdicts = new Map<SeedResult, Verdict>();
  if (terms) {
    const goal = goalOf(terms, wanted);
    for (const result of results) verdicts.set(result, judge(result, terms, goal));
  }
  const counted = tally([...verdicts.keys()], [...verdicts.values()]);
  const judged = { variant, verdicts, tally: counted, wanted };
  known.set(variant, judged);
  return judged;
}

/** Starts in the order in which they are shown: the earliest solved first, then by loss; or by loss, or by seed. */
export function sortedBy(
  verdicts: Judged['verdicts'],
  order: 'outcome' | 'loss' | 'seed',
): readonly SeedResult[] {
  const all = [...verdicts.keys()];
  const last = Number.POSITIVE_INFINITY;
  const number = (value: number | undefined): number =>
    value === undefined || Number.isNaN(value) ? last : value;
  const since = (result: SeedResult): number => number(verdicts.get(result)?.since);
  const loss = (result: SeedResult): number =>
    result.broke ? last : number(verdicts.get(result)?.loss);
  const by = (key: (result: SeedResult) => number, a: SeedResult, b: SeedResult): number => {
    const [x, y] = [key(a), key(b)];
    return x === y ? 0 : x - y;
  };
  return all.sort((a, b) => {
    const outcome = order === 'outcome' ? by(since, a, b) : 0;
    const worth = order === 'seed' ? 0 : by(loss, a, b);
    return outcome || worth || a.seed - b.seed;
  });
}
