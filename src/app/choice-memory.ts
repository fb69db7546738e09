import { createStore, get, set } from 'idb-keyval';
import type { ChoiceMemory } from '../engine/choice/chooser.ts';

/** Networks whose choice is remembered; the oldest are forgotten. */
const MOST = 200;
/** Raised when executors change so much that old findings mislead. */
const EDITION = 1;

type Kept = Awaited<ReturnType<ChoiceMemory['recall']>>;

/** Keeps choices in this browser: another browser is another machine, and so is a new version of it. */
export function createChoiceMemory(): ChoiceMemory {
  const store = createStore('netwright-executors', 'choices');
  const machine = `${EDITION} ${navigator.userAgent} ${navigator.hardwareConcurrency}`;
  const read = async (): Promise<Map<string, Kept>> => new Map(await get(machine, store));
  return {
    recall: async (key) => (await read()).get(key),
    keep: async (key, choice) => {
      const kept = await read();
      kept.delete(key);
      kept.set(key, choice);
      await set(machine, [...kept].slice(-MOST), store);
    },
  };
}
