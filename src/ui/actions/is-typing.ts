/** Whether what is pressed belongs to a text that is being typed. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !/^(checkbox|radio|button|range)$/.test(target.type)) ||
  (target instanceof HTMLElement && target.isContentEditable);
