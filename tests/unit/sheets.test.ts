import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Spot } from '../../src/engine/executor.ts';
import { createStack } from '../../src/engine/recording/sheets.ts';

describe('shared sheets', () => {
  it('lay the next capture where the last one was that nobody needs any more', () => {
    const stack = createStack(1_000_000, true);
    const [first, second, third] = [stack.floats(10), stack.floats(20), stack.floats(30)];
    // One that is in use lies on it.
    stack.takeBack(second);
    expect(stack.floats(5).at).toBe(60);
    stack.takeBack(third);
    stack.takeBack(first);
    expect(stack.floats(5).at).toBe(65);
  });

  it('never hold two that are needed at one place, and are empty once all came back, in any order', () => {
    const orders = fc.array(
      fc.record({ length: fc.integer({ min: 1, max: 6000 }), back: fc.nat() }),
      {
        minLength: 1,
        maxLength: 80,
      },
    );
    fc.assert(
      fc.property(orders, (captures) => {
        const stack = createStack(10_000_000, true);
        const begin = stack.floats(1);
        stack.takeBack(begin);
        const needed: { readonly spot: Spot<Float32Array>; readonly mark: number }[] = [];
        captures.forEach(({ length, back }, mark) => {
          const spot = stack.floats(length);
          spot.sheet.fill(mark, spot.at, spot.at + length);
          needed.push({ spot, mark });
          if (back % 3 > 0)
            for (const { spot: gone } of needed.splice(back % needed.length, 1))
              stack.takeBack(gone);
          for (const { spot: each, mark: its } of needed) {
            const there = each.sheet.subarray(each.at, each.at + each.length);
            expect(there.every((number) => number === its)).toBe(true);
          }
        });
        for (const { spot } of needed) stack.takeBack(spot);
        const again = stack.floats(1);
        expect(again.sheet).toBe(begin.sheet);
        expect(again.at).toBe(begin.at);
      }),
      { numRuns: 60, seed: 4 },
    );
  });
});
