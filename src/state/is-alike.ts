import { shallow } from 'zustand/shallow';

/**
 * Whether two parts of a state say the same, one level deep. What zustand's own `shallow` says, without the two
 * maps that it makes for every look: a thousand nodes look at every change.
 */
export function isAlike<T>(a: T, b: T): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b)) return shallow(a, b);
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && Object.is(a[key], b[key]));
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
