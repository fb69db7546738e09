import { describe, expect, it } from 'vitest';
import { leapFrom, momentBeside } from '../../src/ui/time/moments.ts';
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
