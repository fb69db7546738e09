/** How long what is moved by the page takes, in ms. */
const GLIDE = 250;

/** How long a movement of the page takes, in ms; none for people who ask for stillness. */
export const glideTime = (): number =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : GLIDE;
