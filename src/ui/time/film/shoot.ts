import type { RunStore } from '../../../state/run-store.ts';
import { drawingOf } from '../../share/picture-png.ts';

/** A picture of the page at a moment of a run. */
export interface Shot {
  readonly image: ImageBitmap;
  readonly step: number;
  readonly loss: number | undefined;
}

/** Longer than a picture takes to be painted; a page that is hidden paints none. */
const HIDDEN = 300;

/**
 * Photographs a titled part of the page at moments of the run, one after the other, and goes back to where
 * the page was. Stops early once it is called off.
 */
export async function shoot(
  runs: RunStore,
  section: HTMLElement,
  steps: readonly number[],
  { off, onShot }: { readonly off: AbortSignal; readonly onShot: (done: number) => void },
): Promise<Shot[]> {
  const before = runs.getState().frame?.recording?.at;
  const shots: Shot[] = [];
  /** The picture before: it is drawn while the page goes on to the next moment. */
  let drawing: Promise<void> = Promise.resolve();
  try {
    for (const step of steps) {
      await runs.getState().scrub(step);
      await figured(runs, off);
      await painted();
      await drawing;
      if (off.aborted) break;
      const { frame } = runs.getState();
      const figures = { step: frame?.step ?? step, loss: frame?.train?.loss };
      drawing = drawingOf(section)
        .then((canvas) => createImageBitmap(canvas))
        .then((image) => {
          shots.push({ image, ...figures });
          onShot(shots.length);
        });
      // Awaited with the next one, and here where there is none because something else broke.
      drawing.catch(() => {});
    }
    await drawing;
  } finally {
    await runs.getState().scrub(before);
  }
  return shots;
}

/** Lets go of the images. */
export function discard(shots: readonly Shot[]): void {
  for (const { image } of shots) image.close();
}

/** Longer than the figures of a moment take that were not recorded with it, in ms. */
const LATE = 1000;

/** The loss of the moment on screen is known, or will not be soon. */
const figured = (runs: RunStore, off: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const isKnown = (): boolean => off.aborted || runs.getState().frame?.train !== undefined;
    if (isKnown()) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(end, LATE);
    const stop = runs.subscribe(() => {
      if (isKnown()) end();
    });
  });

/** What came last is on screen. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, HIDDEN);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      }),
    );
  });
