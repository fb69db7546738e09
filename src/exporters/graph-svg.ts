import { assertNever } from '../core/assert-never.ts';
import { type Mark, type Run, type Scene, TEXT_SIZE, typefaces } from './scene.ts';

/** A scene as an SVG file: valid XML, text as text, no style sheet, nothing from elsewhere. */
export function printSvg({ x, y, width, height, background, title, marks }: Scene): string {
  const box = [x, y, width, height].map(round).join(' ');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="${box}" role="img" font-family="${escapeXml(typefaces.sans)}" font-size="${TEXT_SIZE}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${escapeXml(background)}"/>`,
    ...marks.map(printMark),
    '</svg>',
    '',
  ].join('\n');
}

function printMark(mark: Mark): string {
  switch (mark.type) {
    case 'box': {
      const { x, y, width, height, radius, fill, stroke, dashes } = mark;
      return element('rect', {
        x,
        y,
        width,
        height,
        rx: radius,
        fill,
        stroke,
        'stroke-dasharray': dashes,
      });
    }
    case 'path':
      return element('path', {
        d: mark.d,
        fill: 'none',
        stroke: mark.stroke,
        'stroke-width': mark.width,
      });
    case 'dot':
      return element('circle', {
        cx: mark.x,
        cy: mark.y,
        r: mark.radius,
        fill: mark.fill,
        stroke: mark.stroke,
        'stroke-width': 2,
      });
    case 'text':
      return element(
        'text',
        {
          x: mark.x,
          y: mark.y,
          'text-anchor': mark.anchor === 'start' ? undefined : mark.anchor,
          'xml:space': 'preserve',
        },
        mark.runs.map(printRun).join(''),
      );
    case 'group':
      return `<g>\n<title>${escapeXml(mark.label)}</title>\n${mark.marks.map(printMark).join('\n')}\n</g>`;
    default:
      return assertNever(mark);
  }
}

const printRun = ({ text, mono, bold, fill }: Run): string =>
  element(
    'tspan',
    {
      fill,
      'font-family': mono ? typefaces.mono : undefined,
      'font-weight': bold ? 600 : undefined,
    },
    escapeXml(text),
  );

function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content?: string,
): string {
  const list = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`],
  );
  const open = `<${name}${list.join('')}`;
  return content === undefined ? `${open}/>` : `${open}>${content}</${name}>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for XML: signs escaped, and without what XML 1.0 cannot hold at all. */
function escapeXml(text: string): string {
  const legal = [...text].filter((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
    return !isControl && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
  });
  return legal.join('').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
