/** Colours as every program reads them: red, green and blue, mixed colours too. */
export function createPlainColour(): (colour: string) => string {
  const known = new Map<string, string>();
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  return (colour) => {
    const before = known.get(colour);
    if (before || !context) return before ?? colour;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
    const found = `rgb(${r},${g},${b})`;
    known.set(colour, found);
    return found;
  };
}
