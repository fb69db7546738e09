import { afterEach, expect, it, vi } from 'vitest';
import type { StoredImages } from '../../src/datasets/define-dataset.ts';
import { imageShelf, keepImages, listImages, removeImages } from '../../src/state/image-store.ts';

afterEach(() => vi.restoreAllMocks());

const setOf = (key: string): StoredImages => ({
  key,
  title: 'pictures',
  shape: [1, 1, 1],
  classes: ['a', 'b'],
  trainRows: 1,
  testRows: 0,
});

it('lists sets of images without reading their pictures', async () => {
  await keepImages(setOf('one'), new Uint8Array(5));
  await keepImages(setOf('two'), new Uint8Array(7));
  const read = vi.spyOn(IDBObjectStore.prototype, 'get');
  const readAll = [
    vi.spyOn(IDBObjectStore.prototype, 'getAll'),
    vi.spyOn(IDBObjectStore.prototype, 'openCursor'),
  ];
  expect((await listImages()).map(({ stored, bytes }) => [stored.key, bytes])).toEqual([
    ['one', 5],
    ['two', 7],
  ]);
  expect(read.mock.calls.map(([key]) => key)).toEqual(['about:one', 'about:two']);
  for (const spy of readAll) expect(spy).not.toHaveBeenCalled();
  await removeImages('one');
  await removeImages('two');
  expect(await listImages()).toEqual([]);
  expect(await imageShelf.get('one')).toBeUndefined();
});

it('keeps no pictures that nobody could find again', async () => {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    value,
    key,
  ) {
    const request = put.call(this, value, key);
    // As storage does that is full.
    if (key === 'about:three') this.transaction.abort();
    return request;
  });
  await expect(keepImages(setOf('three'), new Uint8Array(5))).rejects.toThrow();
  expect(await imageShelf.get('three')).toBeUndefined();
});
