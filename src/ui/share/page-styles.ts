/** The page's styles as text, as they hold now: what depends on the window's size is decided here. */
export const pageStyles = (): string =>
  [...document.styleSheets]
    .flatMap(rulesOf)
    .filter((rule) => !(rule instanceof CSSFontFaceRule))
    .map(({ cssText }) => cssText)
    .join('\n')
    .replace(
      /@media\s+([^{]+)\{/g,
      (_, condition: string) => `@media ${matchMedia(condition).matches ? 'all' : 'not all'}{`,
    );

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return sheet.disabled ? [] : [...sheet.cssRules];
  } catch {
    // A sheet of another host, an extension's: not ours to read.
    return [];
  }
}
