const reduced = matchMedia('(prefers-reduced-motion: reduce)');
/** How long what is moved by the page takes, in ms. */
const GLIDE = 250;

/** How long a movement of the page takes, in ms; none for people who ask for stillness. */
export const glideTime = (): number => (reduced.matches ? 0 : GLIDE);
