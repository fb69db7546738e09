import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyPatch, diff } from '../../src/core/patch.ts';

/** Values as a file has them: it knows no −0. */
const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)));
/** Key order is part of what is compared: it is part of a file's text. */
const text = (value: unknown): string => JSON.stringify(value);

it('makes any value out of any other, to the order of its keys', () => {
  fc.assert(
    fc.property(json, json, (from, to) => {
      const patch = diff(from, to);
      const kept = patch && JSON.parse(text(patch));
      expect(text(applyPatch(from, kept))).toBe(text(to));
    }),
  );
});

it('says nothing about what is equal', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(diff(value, JSON.parse(text(value)))).toBe(undefined);
    }),
  );
});

it('shares what did not change, and says only what did', () => {
  const from = { nodes: { a: { units: 2 }, b: { units: 3 } }, wires: [1, 2, 3, 4] };
  const to = { ...from, nodes: { ...from.nodes, a: { units: 5 } }, wires: [1, 2, 9, 3, 4] };
  const patch = diff(from, to);
  expect(text(patch).length).toBeLessThan(160);
  const made = applyPatch(from, patch) as typeof from;
  expect(made).toEqual(to);
  expect(made.nodes.b).toBe(from.nodes.b);
});
