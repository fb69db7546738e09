import { typefaces } from '../../exporters/scene.ts';
import { withCleanCopy } from './clean-copy.ts';
import { createPlainColour } from './plain-colour.ts';
import { createTokenColour } from './token-colour.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** What is set on every shape; colours of the theme become plain ones. */
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
] as const;
/** What a file can do without: all that the page works with. */
const dropped = /^(class|style|tabindex|role|data-.*|aria-.*|on.*)$/;

type Plain = (colour: string) => string;

/** The drawing of a picture that is made of lines alone. */
export function drawingIn(section: HTMLElement): SVGSVGElement | undefined {
  const drawings = [...section.querySelectorAll<SVGSVGElement>('svg[viewBox]:not(.lucide)')];
  const [only] = drawings;
  return drawings.length === 1 && !section.querySelector('canvas') ? only : undefined;
}

/** The drawing with its title, its axes and its legend where they are on screen, as an SVG file. */
export const svgOf = (section: HTMLElement): Promise<Blob> =>
  withCleanCopy(section, async (copy) => {
    const drawing = drawingIn(copy);
    if (!drawing) throw new Error('not made of lines');
    const whole = copy.getBoundingClientRect();
    const plain = createPlainColour();
    const page = create('svg', {
      width: whole.width,
      height: whole.height,
      viewBox: `0 0 ${whole.width} ${whole.height}`,
      'font-size': 13,
    });
    const surface = plain(createTokenColour('screen')('var(--surface)'));
    page.append(create('rect', { width: whole.width, height: whole.height, fill: surface }));
    const title = create('title', {});
    title.textContent = section.getAttribute('aria-label') ?? '';
    page.prepend(title);
    const box = drawing.getBoundingClientRect();
    const frame = { x: box.x - whole.x, y: box.y - whole.y, width: box.width, height: box.height };
    const ground = getComputedStyle(drawing.closest('.bg-surface-2') ?? drawing).backgroundColor;
    page.append(create('rect', { ...frame, rx: 8, fill: plain(ground) }));
    const shapes = copyOf(drawing, plain);
    for (const [name, value] of Object.entries(frame)) shapes.setAttribute(name, String(value));
    page.append(shapes, ...textsOf(copy, whole, plain));
    const text = new XMLSerializer().serializeToString(page);
    return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], {
      type: 'image/svg+xml',
    });
  });

/** Every line of text at its place. */
function textsOf(copy: HTMLElement, whole: DOMRect, plain: Plain): SVGElement[] {
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  const texts: SVGElement[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest('svg')) continue;
    const { color, fontWeight, fontFamily } = getComputedStyle(parent);
    const font = /mono/i.test(fontFamily.split(',')[0] ?? '') ? typefaces.mono : typefaces.sans;
    for (const { text, x, bottom, height } of linesOf(node)) {
      const y = bottom - whole.y - 0.26 * height;
      const look = { 'font-family': font, 'font-weight': fontWeight, fill: plain(color) };
      const line = create('text', { x: x - whole.x, y, ...look });
      line.textContent = text;
      texts.push(line);
    }
  }
  return texts;
}

/** The lines into which a text is broken on screen. */
function linesOf(node: Node): { text: string; x: number; bottom: number; height: number }[] {
  const lines: { text: string; x: number; bottom: number; height: number }[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+\s*/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.trimEnd().length);
    const { x, bottom, height } = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (height === 0) continue;
    if (last && Math.abs(last.bottom - bottom) < 2) last.text += word;
    else lines.push({ text: word, x, bottom, height });
  }
  return lines.map((line) => ({ ...line, text: line.text.trimEnd() }));
}

function create(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) {
    const shown = typeof value === 'number' ? Math.round(value * 100) / 100 : value;
    element.setAttribute(key, String(shown));
  }
  return element;
}

/** A copy that needs no style sheet. */
function copyOf(from: Element, plain: Plain): Element {
  const copy = from.cloneNode(false) as Element;
  for (const { name } of [...copy.attributes]) if (dropped.test(name)) copy.removeAttribute(name);
  const style = getComputedStyle(from);
  for (const name of looks) {
    const value = style.getPropertyValue(name);
    if (value === '') continue;
    const isColour = (name === 'fill' || name === 'stroke') && value !== 'none';
    copy.setAttribute(name, isColour ? plain(value) : value);
  }
  for (const child of from.childNodes) {
    copy.append(child instanceof Element ? copyOf(child, plain) : child.cloneNode(true));
  }
  return copy;
}
