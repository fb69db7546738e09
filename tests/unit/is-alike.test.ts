import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shallow } from 'zustand/shallow';
import { isAlike } from '../../src/state/is-alike.ts';

describe('what the page asks of a store', () => {
  const shared = { a: 1 };
  const leaf = fc.constantFrom<unknown>(0, -0, Number.NaN, undefined, null, 'x', shared, { a: 1 });
  const part = fc.oneof(
    leaf,
    fc.array(leaf, { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'toString'), leaf, { noNullPrototype: true }),
    fc.array(fc.tuple(leaf, leaf), { maxLength: 3 }).map((entries) => new Map(entries)),
    fc.array(leaf, { maxLength: 3 }).map((values) => new Set(values)),
  );

  it('is drawn anew for exactly the changes that zustand itself would draw it for', () => {
    fc.assert(
      fc.property(part, part, (a, b) => {
        expect(isAlike(a, b)).toBe(shallow(a, b));
      }),
      { numRuns: 3000 },
    );
  });
});
