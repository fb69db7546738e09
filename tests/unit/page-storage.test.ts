import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createViewStore } from '../../src/state/view-store.ts';

beforeEach(() => vi.stubGlobal('innerWidth', 1440));
afterEach(() => vi.unstubAllGlobals());

/** Storage of a browser, which takes only so many writes. */
function stubStorage(room: number) {
  const setItem = vi.fn(() => {
    if (setItem.mock.calls.length > room) throw new DOMException('full', 'QuotaExceededError');
  });
  vi.stubGlobal('localStorage', { getItem: () => null, setItem });
  return setItem;
}

it('goes on working when the storage for settings is full', () => {
  stubStorage(0);
  const views = createViewStore('en');
  views.getState().set({ theme: 'dark' });
  expect(views.getState().theme).toBe('dark');
});

it('tries again to keep a setting that full storage refused', () => {
  const setItem = stubStorage(0);
  const views = createViewStore('en');
  views.getState().set({ theme: 'dark' });
  const refused = setItem.mock.calls.length;
  views.getState().select(['n1']);
  expect(setItem.mock.calls.length).toBeGreaterThan(refused);
});

it('writes settings when they change, not whenever something is selected', () => {
  const setItem = stubStorage(Number.POSITIVE_INFINITY);
  const views = createViewStore('en');
  views.getState().set({ theme: 'dark' });
  const written = setItem.mock.calls.length;
  for (let i = 0; i < 50; i++) views.getState().select([`n${i}`]);
  expect(setItem).toHaveBeenCalledTimes(written);
  views.getState().set({ theme: 'light' });
  expect(setItem).toHaveBeenCalledTimes(written + 1);
});
