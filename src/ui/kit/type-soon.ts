/** How long a field may take to come on screen, in ms: what it stands in may still have to be loaded. */
const PATIENCE = 5000;

/** Keys that edit what was typed, or would do something to the network instead. */
const editing = new Set([
  ...['Backspace', 'Delete', 'Enter', 'Tab', 'Home', 'End'],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
]);

/**
 * Puts the cursor into a field as soon as it is on screen, all of its text selected. What is typed until then
 * is typed into it and does nothing else. Escape, a press elsewhere and another field that one is led into end
 * the wait.
 */
export function typeSoon(find: () => HTMLElement | null): void {
  const until = performance.now() + PATIENCE;
  let early = '';
  let frame = 0;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    removeEventListener('keydown', hold, true);
    removeEventListener('pointerdown', stop, true);
    removeEventListener('focusin', leave, true);
  };
  function hold(event: KeyboardEvent): void {
    if (event.key === 'Escape') stop();
    // A key that a syllable is put together with comes to the field alone.
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const isSign = [...event.key].length === 1;
    if (!isSign && !editing.has(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (isSign) early += event.key;
    else if (event.key === 'Backspace') early = [...early].slice(0, -1).join('');
  }
  function leave({ target }: FocusEvent): void {
    const isField = target instanceof Element && target.matches('input, textarea, select');
    if (isField && target !== find()) stop();
  }
  function look(): void {
    const field = find();
    field?.focus({ preventScroll: true });
    if (field && document.activeElement === field) {
      stop();
      if (isText(field)) field.select();
      field.scrollIntoView({ block: 'nearest' });
      if (early !== '' && isText(field)) write(field, early);
    } else if (performance.now() < until) frame = requestAnimationFrame(look);
    else stop();
  }
  addEventListener('keydown', hold, true);
  addEventListener('pointerdown', stop, true);
  addEventListener('focusin', leave, true);
  look();
}

/** A field that text is typed into: others only get the focus. */
type TextField = HTMLInputElement | HTMLTextAreaElement;

const isText = (field: HTMLElement): field is TextField =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && field.selectionStart !== null);

/** Types a text over what stands in a field. */
function write(field: TextField, text: string): void {
  field.setRangeText(text, 0, field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
