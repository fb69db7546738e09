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

/** Writes only what has changed. Keeping settings is a service: storage that is full stops nothing. */
function quietly(storage: StateStorage<void>): StateStorage {
  const written = new Map<string, string>();
  return {
    getItem: (name) => storage.getItem(name),
    setItem: (name, value) => {
      if (written.get(name) === value) return;
      try {
        storage.setItem(name, value);
        written.set(name, value);
      } catch {
        // It is tried again with the next change.
      }
    },
    removeItem: (name) => storage.removeItem(name),
  };
}

/** Where settings are kept: on this machine, or nowhere, as in a frame whose storage is blocked. */
export const createPageStorage = <T>() =>
  createJSONStorage<T>(() => {
    try {
      return quietly(localStorage);
    } catch {
      return createMemory();
    }
  });
