import type { PlaneGrid } from '../engine/pictures/plane.ts';
import type { Rgb } from '../ui/kit/colours.ts';
import { blend, RAMP, rampOf } from '../ui/kit/ramp.ts';

/** How predictions become colours. */
export interface Paint {
  /** The numbers that stand at the ends of the diverging scale. */
  readonly range: readonly [number, number];
  /** Cut at the middle instead of blending. */
  readonly hardEdges: boolean;
  readonly scale: { readonly neg: Rgb; readonly zero: Rgb; readonly pos: Rgb };
  readonly classes: readonly Rgb[];
}

/**
 * Paints a grid of predictions, one pixel a point: one number on the diverging scale, several as the
 * likeliest class, paler when unsure.
 */
export function paintBoundary(picture: PlaneGrid, paint: Paint): ImageData {
  const { size, width, values } = picture;
  const image = new ImageData(size, size);
  const ramp = width === 1 ? rampFor(paint) : undefined;
  const [low, high] = paint.range;
  for (let i = 0; i < size * size; i++) {
    const colour = ramp
      ? (ramp[toRamp(((values[i * width] ?? 0) - low) / (high - low))] ?? paint.scale.zero)
      : classColour(values, i * width, width, paint);
    image.data[4 * i] = colour[0];
    image.data[4 * i + 1] = colour[1];
    image.data[4 * i + 2] = colour[2];
    image.data[4 * i + 3] = 255;
  }
  return image;
}

const toRamp = (share: number): number => Math.round(RAMP * Math.min(1, Math.max(0, share)));

/** The colours of the diverging scale, or its two ends alone. */
function rampFor({ scale: { neg, zero, pos }, hardEdges }: Paint): readonly Rgb[] {
  if (!hardEdges) return rampOf(neg, zero, pos);
  return Array.from({ length: RAMP + 1 }, (_, i) => (2 * i > RAMP ? pos : neg));
}

function classColour(values: Float32Array, at: number, width: number, paint: Paint): Rgb {
  let best = 0;
  for (let k = 1; k < width; k++) {
    if ((values[at + k] ?? 0) > (values[at + best] ?? 0)) best = k;
  }
  const colour = paint.classes[best % paint.classes.length] ?? paint.scale.zero;
  if (paint.hardEdges) return colour;
  // A likeliest class has at least 1/width: that is neutral, and certainty is full colour.
  const share = ((values[at + best] ?? 0) - 1 / width) / (1 - 1 / width);
  return blend(paint.scale.zero, colour, Math.min(1, Math.max(0, share)));
}
