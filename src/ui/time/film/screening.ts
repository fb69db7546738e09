import { CAPTION, type Captioner } from './caption.ts';
import type { Shot } from './shoot.ts';

/** Pictures a second. */
export const RATE = 12;
/** How long the first and the last picture stand, in pictures. */
const HOLD = RATE;

/** Whoever makes a video is told how much of it is done, and can be called off. */
export interface Making {
  readonly off: AbortSignal;
  readonly onShown: (share: number) => void;
}

/** A screen of the size of the pictures with their lines, and what is shown on it, picture by picture. */
export function createScreening(shots: readonly Shot[], captioner: Captioner) {
  const [[first], last] = [shots, shots.at(-1)];
  if (!first || !last) throw new Error('nothing to show');
  const canvas = document.createElement('canvas');
  // Video is coded in blocks: an odd side would be cut.
  const [width, height] = [even(first.image.width), even(first.image.height)];
  Object.assign(canvas, { width, height: height + CAPTION });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const still = (shot: Shot): Shot[] => Array.from({ length: HOLD }, () => shot);
  return {
    canvas,
    show: (shot: Shot): void => captioner.draw(context, shot, { x: 0, y: 0, width, height }),
    shown: [...still(first), ...shots, ...still(last)],
  };
}

/** What a video shows. */
export type Screening = ReturnType<typeof createScreening>;

const even = (size: number): number => size - (size % 2);
