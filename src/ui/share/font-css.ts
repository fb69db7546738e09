/** The page's own typefaces for a picture: the parts of them that its text needs. */
export interface PictureFonts {
  readonly css: string;
  /** One letter that is drawn with each part. */
  readonly samples: readonly { readonly family: string; readonly letter: string }[];
}

/** The typefaces that a part of the page is written in. */
export async function fontsFor(part: HTMLElement): Promise<PictureFonts> {
  const letters = [...new Set(part.innerText.replace(/\s/g, ''))];
  const used = new Set(
    [part, ...part.querySelectorAll('*')].map((each) => getComputedStyle(each).fontFamily),
  );
  const families = [...used].join().toLowerCase();
  const needed = [...document.styleSheets].flatMap(fontRules).flatMap((rule) => {
    const { style, family } = rule;
    if (!families.includes(family.replace(/["']/g, '').toLowerCase())) return [];
    const range = rangesOf(style.getPropertyValue('unicode-range'));
    // Letters that a Latin typeface has are never drawn with the Korean one behind it.
    const least = /KR/.test(family) ? 0x1100 : 0;
    const letter = letters.find((each) => {
      const code = each.codePointAt(0) ?? 0;
      return code >= least && range.some(([from, to]) => code >= from && code <= to);
    });
    return letter === undefined ? [] : [{ rule, family, letter }];
  });
  const css = (await Promise.all(needed.map(({ rule }) => embed(rule)))).join('\n');
  return { css, samples: needed };
}

interface FontRule {
  readonly style: CSSStyleDeclaration;
  readonly family: string;
  readonly base: string;
}

function fontRules(sheet: CSSStyleSheet): FontRule[] {
  try {
    return [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule
        ? [
            {
              style: rule.style,
              family: rule.style.getPropertyValue('font-family'),
              base: sheet.href ?? location.href,
            },
          ]
        : [],
    );
  } catch {
    // A sheet of another host, an extension's: not ours to read.
    return [];
  }
}

/** `U+0-FF, U+131` as pairs; `U+4??` is a pair too. Without any, every letter. */
function rangesOf(text: string): (readonly [number, number])[] {
  if (text.trim() === '') return [[0, 0x10ffff]];
  return text.split(',').map((part) => {
    const [from = '', to] = part.trim().replace(/^U\+/i, '').split('-');
    return [
      Number.parseInt(from.replaceAll('?', '0'), 16),
      Number.parseInt(to ?? from.replaceAll('?', 'F'), 16),
    ];
  });
}

/** Typefaces that were read, by address: a film needs the same ones for each of its pictures. */
const read = new Map<string, string>();

/** A typeface as a data address; none where it cannot be had: a picture in other letters is better than none. */
async function dataOf(address: string): Promise<string | undefined> {
  const known = read.get(address);
  if (known !== undefined) return known;
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return undefined;
  const blob = await response.blob();
  const data = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  read.set(address, data);
  return data;
}

async function embed({ style, family, base }: FontRule): Promise<string> {
  const source = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src'))?.[1];
  if (!source) return '';
  const data = await dataOf(new URL(source, base).href);
  if (data === undefined) return '';
  const range = style.getPropertyValue('unicode-range');
  const weight = style.getPropertyValue('font-weight');
  const slant = style.getPropertyValue('font-style');
  return `@font-face{font-family:${family};font-display:block;font-weight:${weight || '400'};font-style:${slant || 'normal'};src:url(${data}) format("woff2");${range ? `unicode-range:${range};` : ''}}`;
}
