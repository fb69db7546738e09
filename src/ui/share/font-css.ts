/** Styles that bring the page's own typefaces into a picture: the parts of them that a text needs. */
export async function fontCssFor(text: string): Promise<string> {
  const letters = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0);
  const rules = [...document.styleSheets].flatMap(fontRules).filter(({ style, family }) => {
    const range = rangesOf(style.getPropertyValue('unicode-range'));
    // Letters that a Latin typeface has are never drawn with the Korean one behind it.
    const asked = /KR/.test(family) ? letters.filter((code) => code >= 0x1100) : letters;
    return asked.some((code) => range.some(([from, to]) => code >= from && code <= to));
  });
  return (await Promise.all(rules.map(embed))).join('\n');
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

async function embed({ style, family, base }: FontRule): Promise<string> {
  const source = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src'))?.[1];
  if (!source) return '';
  const blob = await (await fetch(new URL(source, base))).blob();
  const data = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  const range = style.getPropertyValue('unicode-range');
  const weight = style.getPropertyValue('font-weight');
  return `@font-face{font-family:${family};font-weight:${weight || '400'};src:url(${data}) format("woff2");${range ? `unicode-range:${range};` : ''}}`;
}
