/** A key with what must be held down with it. */
interface KeyCombination {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** Names of keys that would be hard to read in a combination. */
const named: Readonly<Record<string, string>> = { space: ' ', plus: '+' };

/** Reads `mod+shift+z`: `mod` is Ctrl, and ⌘ on a Mac. */
function readKey(text: string): KeyCombination {
  const parts = text.toLowerCase().split('+');
  const last = parts.at(-1) ?? '';
  return {
    key: named[last] ?? last,
    mod: parts.includes('mod'),
    shift: parts.includes('shift'),
    alt: parts.includes('alt'),
  };
}

/**
 * Whether a key was pressed that is written like `mod+shift+z`. A letter is known by its place where the
 * keyboard is set to another script: C is C in Hangul, too. So is a digit with Shift, which types a sign.
 */
export function isPressed(text: string, event: KeyboardEvent): boolean {
  const wanted = readKey(text);
  const { mod, other } = held(event);
  if (other || wanted.mod !== mod || wanted.alt !== event.altKey) return false;
  if (wanted.shift && /^\d$/.test(wanted.key)) {
    // Where digits are typed with Shift, the key is that of the digit by itself.
    return event.shiftKey && event.code === `Digit${wanted.key}` && event.key !== wanted.key;
  }
  const isLetter = /^[a-z]$/.test(wanted.key);
  const typed = event.key.toLowerCase();
  const foreign = isLetter && !/^[\x20-\x7e]$/.test(typed);
  const hit = foreign ? event.code === `Key${wanted.key.toUpperCase()}` : typed === wanted.key;
  // What a sign needs is held anyway: `?` is typed with Shift on many keyboards.
  const isSign = wanted.key.length === 1 && !isLetter && wanted.key !== ' ';
  return hit && (isSign ? !wanted.shift || event.shiftKey : wanted.shift === event.shiftKey);
}

/**
 * Whether the key of commands is held: ⌘ on a Mac, where Ctrl with a letter edits text, Ctrl elsewhere; and
 * whether the other one is, which belongs to the machine.
 */
function held({ ctrlKey, metaKey }: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey'>): {
  readonly mod: boolean;
  readonly other: boolean;
} {
  return isMac() ? { mod: metaKey, other: ctrlKey } : { mod: ctrlKey, other: metaKey };
}

/** Whether a key is a single letter, digit, sign or the space bar, with at most Shift held. */
export function isCharacter(text: string): boolean {
  const { key, mod, alt } = readKey(text);
  return !mod && !alt && key.length === 1;
}

const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A key as it stands on the keyboard of this machine: `Ctrl Z`, `⌘ Z`, `→`. */
export function printKey(text: string): string {
  const { key, mod, shift, alt } = readKey(text);
  const name = signs[key] ?? (/^(.|f\d+)$/.test(key) ? key.toUpperCase() : key);
  return [mod && (isMac() ? '⌘' : 'Ctrl'), alt && (isMac() ? '⌥' : 'Alt'), shift && '⇧', name]
    .filter(Boolean)
    .join(' ');
}

const signs: Readonly<Record<string, string>> = {
  ' ': 'Space',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  pagedown: 'PageDown',
  pageup: 'PageUp',
  home: 'Home',
  end: 'End',
  escape: 'Esc',
  enter: 'Enter',
  delete: 'Delete',
  backspace: '⌫',
  tab: 'Tab',
  contextmenu: 'Menu',
};
