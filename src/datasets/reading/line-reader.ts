/** Shortest text that is worth handing on, in characters. */
const PORTION = 1_000_000;

/**
 * Collects text until there are whole lines, and hands those on in portions. A line end between quotes ends
 * no row; quotes in comments mean nothing.
 */
export function createLineReader(comment: string) {
  let pending = '';
  /** Where the next line to be looked at begins, and the end of the last row that is whole. */
  let at = 0;
  let whole = 0;
  let isOpen = false;

  function look(): void {
    for (let end = pending.indexOf('\n', at); end >= 0; end = pending.indexOf('\n', at)) {
      if (isOpen || !pending.startsWith(comment, at)) {
        for (let q = pending.indexOf('"', at); q >= 0 && q < end; q = pending.indexOf('"', q + 1)) {
          isOpen = !isOpen;
        }
      }
      at = end + 1;
      if (!isOpen) whole = at;
    }
  }

  return {
    /** Takes more text; gives whole rows once there are enough of them, else nothing. */
    add(text: string): string {
      pending += text;
      if (pending.length < PORTION) return '';
      look();
      const rows = pending.slice(0, whole);
      pending = pending.slice(whole);
      at -= whole;
      whole = 0;
      return rows;
    },
    /** What is left, whether it is whole or not. */
    end: (): string => pending,
  };
}
