/** A colour of a style sheet as it is on screen, or on paper: in the light theme, whatever is on screen. */
export function createTokenColour(on: 'screen' | 'paper'): (css: string) => string {
  const known = new Map<string, string>();
  return (css) => {
    const before = known.get(css);
    if (before) return before;
    const swatch = document.createElement('span');
    if (on === 'paper') swatch.className = 'paper';
    swatch.style.color = css;
    document.body.append(swatch);
    const { color } = getComputedStyle(swatch);
    swatch.remove();
    known.set(css, color);
    return color;
  };
}
