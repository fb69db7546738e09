/** How long a field may take to come on screen, in ms: what it stands in may still have to be loaded. */
const PATIENCE = 5000;

/**
 * Puts the cursor into a field as soon as it is on screen, all of its text selected. What is typed until then
 * is typed into it and does nothing else. Escape and a press elsewhere end the wait.
 */
export function typeSoon(find: () => HTMLInputElement | null): void {
  const until = performance.now() + PATIENCE;
  let early = '';
  let frame = 0;
  const stop = (): void => {
    cancelAnimationFrame(frame);
    removeEventListener('keydown', hold, true);
    removeEventListener('pointerdown', stop, true);
  };
  function hold(event: KeyboardEvent): void {
    if (event.key === 'Escape') stop();
    if (event.ctrlKey || event.metaKey || event.altKey || [...event.key].length !== 1) return;
    event.preventDefault();
    event.stopPropagation();
    early += event.key;
  }
  function look(): void {
    const field = find();
    field?.focus({ preventScroll: true });
    if (field && document.activeElement === field) {
      stop();
      field.select();
      field.scrollIntoView({ block: 'nearest' });
      if (early !== '') write(field, early);
    } else if (performance.now() < until) frame = requestAnimationFrame(look);
    else stop();
  }
  addEventListener('keydown', hold, true);
  addEventListener('pointerdown', stop, true);
  look();
}

/** Types a text over what stands in a field. */
function write(field: HTMLInputElement, text: string): void {
  field.setRangeText(text, 0, field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
