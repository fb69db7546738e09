import { expect, it } from 'vitest';
import { inPlace } from '../../src/ui/projects/in-place.ts';

it('a project that is renamed keeps its place; a new one comes first, a deleted one leaves none', () => {
  const list = (ids: string) => [...ids].map((id) => ({ id }));
  const names = (things: readonly { id: string }[]) => things.map(({ id }) => id).join('');
  expect(names(inPlace(list('abc'), []))).toBe('abc');
  expect(names(inPlace(list('cab'), [...'abc']))).toBe('abc');
  expect(names(inPlace(list('cdb'), [...'abc']))).toBe('dbc');
});
