import { withCleanCopy } from './clean-copy.ts';
import { fontsFor, type PictureFonts } from './font-css.ts';
import type { Size } from './font-samples.ts';
import { sampleSheet, waitForFonts } from './font-samples.ts';
import { pageStyles } from './page-styles.ts';
import { createTokenColour } from './token-colour.ts';

/** Pixels of the file for one on screen. */
const SCALE = 2;
/** Longest side of an image that every browser can make, in pixels. */
const LONGEST = 16_000;

const SVG = 'http://www.w3.org/2000/svg';
const XHTML = 'http://www.w3.org/1999/xhtml';
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A titled part of the page as a PNG file, in the colours on screen. */
export async function pngOf(section: HTMLElement): Promise<Blob> {
  const canvas = await drawingOf(section);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))));
  });
}

/** A titled part of the page drawn on a canvas, twice as large as on screen. */
export const drawingOf = (section: HTMLElement): Promise<HTMLCanvasElement> =>
  withCleanCopy(section, async (copy) => {
    const { width, height } = copy.getBoundingClientRect();
    if (width === 0 || height === 0) throw new Error('nothing to see');
    freezeDrawings(copy);
    const fonts = await fontsFor(copy);
    const image = new Image();
    const text = pageAround(copy, { width, height }, fonts);
    // From an address of its own, a browser takes a page in an image for foreign.
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    await waitForFonts(image, { width, height }, fonts);
    const canvas = document.createElement('canvas');
    const scale = Math.min(SCALE, LONGEST / Math.max(width, height));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = createTokenColour('screen')('var(--surface)');
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(scale, scale);
    context.drawImage(image, 0, 0);
    return canvas;
  });

/**
 * The copy in a page of its own, inside a drawing. It brings the whole style sheet along: styles set element
 * by element are some hundred times as long, and a table of many cells took half a minute to write.
 */
function pageAround(copy: HTMLElement, size: Size, fonts: PictureFonts): string {
  const { documentElement: root, body } = document;
  const page = document.createElementNS(SVG, 'svg');
  for (const { name, value } of root.attributes) page.setAttribute(name, value);
  const { sheet, height } = sampleSheet(size, fonts);
  page.setAttribute('width', String(size.width));
  page.setAttribute('height', String(height));
  page.setAttribute('viewBox', `0 0 ${size.width} ${height}`);
  page.style.colorScheme = schemeOf(root);
  const style = document.createElementNS(SVG, 'style');
  style.textContent = `${fonts.css}\n${pageStyles()}\n*,::before,::after{animation:none!important;transition:none!important}`;
  const place = document.createElementNS(SVG, 'foreignObject');
  place.setAttribute('width', '100%');
  place.setAttribute('height', '100%');
  const [html, inner] = [
    document.createElementNS(XHTML, 'html'),
    document.createElementNS(XHTML, 'body'),
  ] as [HTMLElement, HTMLElement];
  for (const [to, from] of [
    [html, root],
    [inner, body],
  ] as const) {
    to.className = from.className;
    to.lang = root.lang;
    Object.assign(to.style, { display: 'block', height: 'auto', background: 'none', margin: '0' });
  }
  const parent = copy.parentNode;
  inner.append(copy, sheet);
  html.append(inner);
  place.append(html);
  page.append(style, place);
  try {
    return new XMLSerializer().serializeToString(page).replace(illegal, '');
  } finally {
    parent?.append(copy);
  }
}

/** Whether the page is light or dark now, whoever decides that. */
function schemeOf(root: HTMLElement): string {
  const { colorScheme } = getComputedStyle(root);
  if (!colorScheme.includes(' ')) return colorScheme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** What was painted does not travel as text: an image of it takes its place. */
function freezeDrawings(copy: HTMLElement): void {
  for (const canvas of copy.querySelectorAll('canvas')) {
    const image = document.createElement('img');
    for (const { name, value } of canvas.attributes) image.setAttribute(name, value);
    image.alt = '';
    if (canvas.width > 0 && canvas.height > 0) image.src = canvas.toDataURL();
    Object.assign(image.style, {
      width: `${canvas.offsetWidth}px`,
      height: `${canvas.offsetHeight}px`,
    });
    canvas.replaceWith(image);
  }
}
