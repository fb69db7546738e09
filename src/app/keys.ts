import type { Stores } from '../state/stores.ts';

/** The keys that work anywhere on the page but in a text field: undo, redo, lecturer's mode, all keys. */
export function followKeys(stores: Stores): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
    // What is open over the page has its own keys; `?` closes what it has opened.
    if (event.key !== '?' && document.querySelector('[role="dialog"]')) return;
    const run =
      event.ctrlKey || event.metaKey ? historyKey(event, stores) : plainKey(event, stores);
    if (!run) return;
    run();
    event.preventDefault();
  });
}

function historyKey(event: KeyboardEvent, { documents }: Stores): (() => void) | undefined {
  if (documents.getState().locked) return undefined;
  const key = event.key.toLowerCase();
  const { undo, redo } = documents.temporal.getState();
  if (key === 'z' && !event.shiftKey) return () => undo();
  return key === 'y' || key === 'z' ? () => redo() : undefined;
}

function plainKey({ key }: KeyboardEvent, { study }: Stores): (() => void) | undefined {
  const { presenting, keysOpen, set } = study.getState();
  if (key.toLowerCase() === 'p') return () => set({ presenting: !presenting });
  return key === '?' ? () => set({ keysOpen: !keysOpen }) : undefined;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;
