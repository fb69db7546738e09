import type { Stores } from '../state/stores.ts';

/** The keys that work anywhere on the page but in a text field: undo, redo, lecturer's mode, help. */
export function followKeys({ documents, study }: Stores): void {
  addEventListener('keydown', (event) => {
    if (isTyping(event.target) || event.altKey || event.defaultPrevented) return;
    const key = event.key.toLowerCase();
    const history = documents.temporal.getState();
    const { presenting, keysOpen, set } = study.getState();
    if (!(event.ctrlKey || event.metaKey)) {
      if (key === 'p') set({ presenting: !presenting });
      else if (key === '?') set({ keysOpen: !keysOpen });
    } else if (documents.getState().locked) return;
    else if (key === 'z' && !event.shiftKey) history.undo();
    else if (key === 'y' || key === 'z') history.redo();
    else return;
    event.preventDefault();
  });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
