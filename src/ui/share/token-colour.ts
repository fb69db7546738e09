/** A token's colour as it is on screen, or on paper: in the light theme, whatever is on screen. */
export function createTokenColour(on: 'screen' | 'paper'): (token: string) => string {
  const known = new Map<string, string>();
  return (token) => {
    const before = known.get(token);
    if (before) return before;
    const swatch = document.createElement('span');
    if (on === 'paper') swatch.className = 'paper';
    swatch.style.color = `var(${token})`;
    document.body.append(swatch);
    const { color } = getComputedStyle(swatch);
    swatch.remove();
    known.set(token, color);
    return color;
  };
}
