import type { Stores } from '../state/stores.ts';

/** The keys that work anywhere on the page but in a text field: undo and redo. */
export function followKeys({ documents }: Stores): void {
  addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    const history = documents.temporal.getState();
    if (key === 'z' && !event.shiftKey) history.undo();
    else if (key === 'y' || key === 'z') history.redo();
    else return;
    event.preventDefault();
  });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
