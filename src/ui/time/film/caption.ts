import { formatCount, formatFigure } from '../../kit/format.ts';
import { createTokenColour } from '../../share/token-colour.ts';
import type { Shot } from './shoot.ts';

/** Height of the line below a picture, in pixels, and of its letters. */
export const CAPTION = 44;
const LETTERS = 24;

/** Where a picture and the line below it are drawn, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the picture, without its line. */
  readonly height: number;
}

/** How a picture's line reads: `step 1,500   loss 0.0213`, in the language on screen. */
export type Wording = (figures: { readonly step: string; readonly loss: string }) => string;

/** Draws pictures with what they are of below them, in the colours on screen. */
export function createCaptioner(wording: Wording) {
  const colour = createTokenColour('screen');
  const [ground, ink] = [colour('var(--surface)'), colour('var(--ink)')];
  return {
    ground,
    draw: (
      context: CanvasRenderingContext2D,
      { image, step, loss }: Shot,
      { x, y, width, height }: Place,
    ): void => {
      context.fillStyle = ground;
      context.fillRect(x, y, width, height + CAPTION);
      // What is shown may have grown or shrunk by a line meanwhile: it keeps its proportions.
      const scale = Math.min(width / image.width, height / image.height);
      const left = x + (width - image.width * scale) / 2;
      context.drawImage(image, left, y, image.width * scale, image.height * scale);
      context.fillStyle = ink;
      context.font = `${LETTERS}px "JetBrains Mono Variable", "Noto Sans KR Variable", monospace`;
      context.textBaseline = 'middle';
      const text = wording({
        step: formatCount(step),
        loss: loss === undefined ? '–' : formatFigure(loss),
      });
      context.fillText(text, x + 16, y + height + CAPTION / 2, width - 32);
    },
  };
}

/** Draws pictures with their lines. */
export type Captioner = ReturnType<typeof createCaptioner>;
