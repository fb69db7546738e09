const controls = 'select, input, textarea, [role=switch]';
/** What makes a picture; a row of controls has none of it. */
const content = 'canvas, table, img, svg:not(.lucide), p, h2';

/**
 * Hands over a titled part of the page as it looks, without its controls, and with all that would have to be
 * scrolled to. It stands beyond the edge of the page, and is gone afterwards.
 */
export async function withCleanCopy<T>(
  section: HTMLElement,
  use: (copy: HTMLElement) => Promise<T>,
): Promise<T> {
  const copy = section.cloneNode(true) as HTMLElement;
  const place = document.createElement('div');
  place.ariaHidden = 'true';
  place.inert = true;
  Object.assign(place.style, { position: 'fixed', left: '-20000px', top: '0' });
  Object.assign(copy.style, {
    position: 'static',
    inset: 'auto',
    width: `${section.offsetWidth}px`,
    height: 'auto',
    border: 'none',
    borderRadius: '0',
    boxShadow: 'none',
    outline: 'none',
    overflow: 'visible',
  });
  const drawn = section.querySelectorAll('canvas');
  copy.querySelectorAll('canvas').forEach((canvas, i) => {
    const from = drawn[i];
    if (from && from.width > 0 && from.height > 0) canvas.getContext('2d')?.drawImage(from, 0, 0);
  });
  removeControls(copy);
  place.append(copy);
  document.body.append(place);
  try {
    copy.style.width = `${section.offsetWidth + unroll(copy)}px`;
    return await use(copy);
  } finally {
    place.remove();
  }
}

/** Controls, and hints on what can be done, go with the words around them; a title that can be pressed and a cell of a table stay. */
function removeControls(copy: HTMLElement): void {
  for (const control of copy.querySelectorAll(`${controls}, [data-save], [data-hint]`)) {
    let gone: Element = control;
    for (let above = gone.parentElement; above && above !== copy; above = above.parentElement) {
      if (above.matches('h2, p') || above.querySelector(content)) break;
      gone = above;
    }
    gone.remove();
  }
  for (const button of copy.querySelectorAll('button')) {
    const stays = button.closest('h2, table') ?? button.querySelector('canvas, img');
    if (!stays) button.remove();
  }
  for (const sign of copy.querySelectorAll('h2 button svg')) sign.remove();
}

/** Shows what would have to be scrolled to; tells by how much it is wider. */
function unroll(copy: HTMLElement): number {
  let wider = 0;
  for (const part of copy.querySelectorAll<HTMLElement>('*')) {
    const { overflowX, overflowY } = getComputedStyle(part);
    if (!/auto|scroll/.test(overflowX + overflowY)) continue;
    wider = Math.max(wider, part.scrollWidth - part.clientWidth);
    Object.assign(part.style, { overflow: 'visible', maxHeight: 'none', height: 'auto' });
  }
  return wider;
}
