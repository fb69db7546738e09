import { toBlob } from 'html-to-image';
import { withCleanCopy } from './clean-copy.ts';
import { fontCssFor } from './font-css.ts';
import { createTokenColour } from './token-colour.ts';

/** Pixels of the file for one on screen. */
const SCALE = 2;

/** A titled part of the page as a PNG file, in the colours on screen. */
export const pngOf = (section: HTMLElement): Promise<Blob> =>
  withCleanCopy(section, async (copy) => {
    const blob = await toBlob(copy, {
      pixelRatio: SCALE,
      backgroundColor: createTokenColour('screen')('--surface'),
      includeStyleProperties: lookNames(),
      fontEmbedCSS: await fontCssFor(copy.innerText),
    });
    if (!blob) throw new Error('no picture');
    return blob;
  });

/** Properties that a picture does not show: what moves, scrolls or is pressed, and second names of others. */
const unseen =
  /^(animation|transition|scroll|overscroll|offset|mask|view|timeline|contain|caret|cursor|pointer|touch|user|will|page|orphans|widows|anchor|position-|interact|app-region|speak|break|buffered|column-(?!gap)|ruby|shape|hyphen|math|object-view|perspective|inset-|block-size|inline-size|(min|max)-(block|inline)|(margin|padding|border|overflow)-(block|inline)|-webkit-(?!line-clamp|box|text))/;

const lookNames = (): string[] =>
  [...getComputedStyle(document.body)].filter((name) => !unseen.test(name));
