import { createStore, type UseStore } from 'idb-keyval';

let store: UseStore | undefined;

/** Where this browser keeps images that a person brought along, by key. */
export const imageStore = (): UseStore => {
  store ??= createStore('netwright-images', 'sets');
  return store;
};
