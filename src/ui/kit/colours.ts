import { useSyncExternalStore } from 'react';

/** Red, green and blue, 0–255. */
export type Rgb = readonly [number, number, number];

const darkQuery = matchMedia('(prefers-color-scheme: dark)');

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  darkQuery.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    darkQuery.removeEventListener('change', onChange);
  };
}

const themeKey = (): string => `${document.documentElement.dataset['theme']} ${darkQuery.matches}`;

const cache = new Map<string, readonly Rgb[]>();

/** Colour tokens as numbers, for canvases; follows the theme. Pass the same names every time. */
export function useColours(names: readonly string[]): readonly Rgb[] {
  const theme = useSyncExternalStore(subscribe, themeKey);
  const key = `${theme} ${names.join(' ')}`;
  const known = cache.get(key);
  if (known) return known;
  const colours = names.map(resolveColour);
  cache.set(key, colours);
  return colours;
}

/** A token's colour in the present theme. */
function resolveColour(name: string): Rgb {
  const swatch = document.createElement('span');
  swatch.style.color = `var(${name})`;
  document.body.append(swatch);
  const parts = getComputedStyle(swatch).color.match(/[\d.]+/g) ?? [];
  swatch.remove();
  const [r = 0, g = 0, b = 0] = parts.map(Number);
  return [r, g, b];
}

/** A colour as CSS reads it. */
export const cssColour = ([r, g, b]: Rgb): string => `rgb(${r} ${g} ${b})`;
