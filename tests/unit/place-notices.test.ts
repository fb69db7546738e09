import { beforeEach, expect, it, vi } from 'vitest';
import { createViewStore } from '../../src/state/view-store.ts';
import { placeNotices } from '../../src/ui/notices/place-notices.ts';

beforeEach(() => vi.stubGlobal('innerWidth', 1440));

const texts = (store: ReturnType<typeof createViewStore>) => {
  const { notices, dialog } = store.getState();
  const { standing, over } = placeNotices(notices, dialog !== undefined);
  return [standing.map(({ text }) => text), over.map(({ text }) => text)];
};

it('gives what stays a place of its own, and lets what goes lie over the page', () => {
  const views = createViewStore('en');
  const { notify } = views.getState();
  notify({ tone: 'info', text: 'kept' });
  notify({ tone: 'info', text: 'read at leisure', stays: true });
  notify({ tone: 'bad', text: 'refused' });
  expect(texts(views)).toEqual([['read at leisure', 'refused'], ['kept']]);
});

it('shows over a window only what came of it', () => {
  const views = createViewStore('en');
  const { notify, set } = views.getState();
  const action = { label: 'Bring it back', run: () => {} };
  notify({ tone: 'info', text: 'came with the link', action });
  notify({ tone: 'info', text: 'copied' });
  set({ dialog: 'share' });
  expect(texts(views)).toEqual([['came with the link'], []]);
  notify({ tone: 'bad', text: 'no picture' });
  expect(texts(views)).toEqual([['came with the link'], ['no picture']]);
  set({ dialog: undefined });
  expect(texts(views)).toEqual([['came with the link', 'no picture'], ['copied']]);
});
