import type { SeedResult, SeedTerms } from './seed-plan.ts';

/** When a start counts as having solved it: so many rows right, or for numbers a loss this small. */
export type Goal =
  | { readonly is: 'rows'; readonly rows: number; readonly least: number }
  | { readonly is: 'loss'; readonly atMost: number };

/** What became of a start, held against the goal. */
export interface Verdict {
  readonly solved: boolean;
  /** Update from which on it was solved at every look; missing where it is not. */
  readonly since: number | undefined;
  /** Rows that are wrong at the end; missing where labels are numbers. */
  readonly wrong: number | undefined;
  readonly loss: number;
}

/** Starts that ended alike. */
export interface Outcome {
  readonly wrong: number;
  readonly count: number;
}

/** All starts in a few figures. */
export interface Tally {
  readonly count: number;
  readonly solved: number;
  readonly broke: number;
  /** Of the starts that solved it, the middle one's update; the lower of two. */
  readonly medianSince: number | undefined;
  /** Those that did not, by the rows that they got wrong, most frequent first; not those that broke. */
  readonly others: readonly Outcome[];
  /** Smallest and largest loss of those that did not and did not break. */
  readonly otherLoss: readonly [number, number] | undefined;
}

/** What somebody wants of a start: a share of the rows right or, for labels that are numbers, a loss. */
export interface Wanted {
  /** From 0 to 1. */
  readonly share: number;
  readonly atMost: number;
}

/** The goal of a plan. */
export const goalOf = ({ classes, rows }: SeedTerms, { share, atMost }: Wanted): Goal =>
  classes ? { is: 'rows', rows, least: Math.ceil(share * rows) } : { is: 'loss', atMost };

/** A loss that counts as solved where nobody says otherwise: a hundredth of what the labels' mean costs, one digit. */
export const usualLoss = ({ idle = 1 }: SeedTerms): number =>
  Number((idle / 100).toPrecision(1)) || 0.01;

/** Holds a start against a goal. One that broke has solved nothing. */
export function judge(result: SeedResult, { looks }: SeedTerms, goal: Goal): Verdict {
  const { loss, right, broke } = result;
  const met = (look: number): boolean =>
    goal.is === 'rows'
      ? (right[look] ?? 0) >= goal.least
      : (loss[look] ?? Number.NaN) <= goal.atMost;
  let first = loss.length;
  while (first > 0 && met(first - 1)) first -= 1;
  const solved = !broke && first < loss.length;
  return {
    solved,
    since: solved ? looks[first] : undefined,
    wrong: goal.is === 'rows' ? goal.rows - (right.at(-1) ?? 0) : undefined,
    loss: loss.at(-1) ?? Number.NaN,
  };
}

/** Counts what became of all starts. */
export function tally(results: readonly SeedResult[], verdicts: readonly Verdict[]): Tally {
  const since = verdicts.flatMap((verdict) => verdict.since ?? []).sort((a, b) => a - b);
  const others = verdicts.filter(({ solved }, i) => !solved && !results[i]?.broke);
  const counts = new Map<number, number>();
  for (const { wrong } of others) {
    if (wrong !== undefined) counts.set(wrong, (counts.get(wrong) ?? 0) + 1);
  }
  const losses = others.map(({ loss }) => loss);
  return {
    count: results.length,
    solved: since.length,
    broke: results.filter(({ broke }) => broke).length,
    medianSince: since[Math.floor((since.length - 1) / 2)],
    others: Array.from(counts, ([wrong, count]) => ({ wrong, count })).sort(
      (a, b) => b.count - a.count || a.wrong - b.wrong,
    ),
    otherLoss: losses.length > 0 ? [Math.min(...losses), Math.max(...losses)] : undefined,
  };
}
