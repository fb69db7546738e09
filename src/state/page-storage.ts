import { createJSONStorage, type StateStorage } from 'zustand/middleware';

/** What a page remembers whose browser lets it keep nothing: until it is left. */
function createMemory(): StateStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

/** Where settings are kept: on this machine, or nowhere, as in a frame whose storage is blocked. */
export const createPageStorage = <T>() =>
  createJSONStorage<T>(() => {
    try {
      return localStorage;
    } catch {
      return createMemory();
    }
  });
