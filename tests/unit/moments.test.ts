import { describe, expect, it } from 'vitest';
import { leapFrom, momentBeside } from '../../src/ui/time/moments.ts';
import { shareAt, stepAt, ticksOf, tickText } from '../../src/ui/time/scale.ts';
import { replayed, throughout } from '../../src/ui/time/use-replay.ts';

const steps = Float64Array.of(0, 1, 2, 5, 10, 20, 50, 100);
const at = (moment: number | undefined) => ({
  first: 0,
  end: 103,
  at: moment,
  forgets: false,
  steps,
});

describe('moments of a recording', () => {
  it('lie one beside the other, and the end lies after the last', () => {
    expect(momentBeside(at(undefined), -1)).toBe(100);
    expect(momentBeside(at(10), -1)).toBe(5);
    expect(momentBeside(at(10), 1)).toBe(20);
    expect(momentBeside(at(100), 1)).toBeUndefined();
    expect(momentBeside(at(0), -1)).toBe(0);
  });

  it('are leapt over by tenths of the run', () => {
    expect(leapFrom(at(undefined), -1)).toBe(93);
    expect(leapFrom(at(5), -1)).toBe(0);
    expect(leapFrom(at(50), 1)).toBe(60);
    expect(leapFrom(at(100), 1)).toBeUndefined();
  });

  it('are shown from the one on screen on, at most so many, the first and the last among them', () => {
    expect(replayed(at(undefined), 100)).toEqual([...steps]);
    expect(replayed(at(10), 100)).toEqual([10, 20, 50, 100]);
    const few = replayed(at(undefined), 3);
    expect(few).toEqual([0, 10, 100]);
    expect(replayed({ ...at(undefined), end: 100 }, 100).at(-1)).toBe(50);
  });
});

it('shows a whole recording to its end, and no moment nearly twice', () => {
  const steps = Float64Array.from({ length: 1001 }, (_, i) => i * 10);
  const shown = throughout({ steps, end: 10_001 }, 12);
  expect(shown.length).toBe(12);
  expect([shown[0], shown.at(-1)]).toEqual([0, 10_001]);
  const apart = shown.slice(1).map((step, i) => step - (shown[i] ?? 0));
  expect(Math.min(...apart)).toBeGreaterThan(800);
  expect(throughout({ steps: Float64Array.of(0, 1, 2), end: 2 }, 12)).toEqual([0, 1, 2]);
});

describe('the bar of a long run', () => {
  const long = { first: 0, end: 800_000 };

  it('gives the first thousand steps of 800,000 more than a fifth of its length', () => {
    expect(shareAt(long, 1000)).toBeGreaterThan(0.2);
    expect(shareAt(long, 100)).toBeGreaterThan(0.05);
    expect(shareAt(long, 0)).toBe(0);
    expect(shareAt(long, 800_000)).toBe(1);
  });

  it('leads from a step to its place and back', () => {
    for (const stretch of [long, { first: 500, end: 90_000 }, { first: 0, end: 900 }]) {
      for (const part of [0, 0.001, 0.1, 0.5, 1]) {
        const step = Math.round(stretch.first + part * (stretch.end - stretch.first));
        expect(stepAt(stretch, shareAt(stretch, step))).toBe(step);
      }
    }
  });

  it('is even where a run is short', () => {
    expect(shareAt({ first: 0, end: 400 }, 100)).toBe(0.25);
  });

  it('is leapt over in ten leaps', () => {
    let at: number | undefined = 0;
    let leaps = 0;
    while (at !== undefined && leaps < 20) {
      at = leapFrom({ ...long, at, forgets: false, steps: undefined }, 1);
      leaps++;
    }
    expect(leaps).toBe(10);
  });

  it('has round steps written at it that keep apart', () => {
    expect(ticksOf(long, 0.12)).toEqual([100, 1000, 10_000, 100_000]);
    expect(ticksOf({ first: 3000, end: 4000 }, 0.12)).toEqual([3200, 3400, 3600, 3800]);
    for (const stretch of [
      long,
      { first: 0, end: 3 },
      { first: 120, end: 40_000 },
      // A recording that begins late, with hardly a round number in it.
      { first: 3000, end: 4000 },
      { first: 12_000, end: 19_000 },
      { first: 10_001, end: 10_009 },
    ]) {
      const shares = ticksOf(stretch, 0.1).map((tick) => shareAt(stretch, tick));
      expect(shares.length).toBeGreaterThan(1);
      for (const [i, share] of shares.slice(1).entries()) {
        expect(share - (shares[i] ?? 0)).toBeGreaterThanOrEqual(0.1);
      }
    }
  });

  it('has no two steps written alike', () => {
    const texts = ticksOf({ first: 123_400, end: 124_400 }, 0.12).map(tickText);
    expect(texts).toEqual(['123,500', '124k']);
  });
});
