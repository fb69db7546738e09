import { type PointerEvent, useEffect, useRef } from 'react';
import { type Rgb, useColours } from './colours.ts';

const tokens = ['--neg', '--zero', '--pos'];
const RAMP = 255;

/** Numbers in a grid, painted on the diverging scale. */
export interface MapImage {
  readonly height: number;
  readonly width: number;
  /** Row by row; with `stride` numbers from one pixel to the next, starting at `offset`. */
  readonly values: Float32Array;
  readonly stride?: number;
  readonly offset?: number;
}

/** 256 colours from −1 over neutral to 1. */
export function useRamp(): readonly Rgb[] {
  const [neg, zero, pos] = useColours(tokens) as [Rgb, Rgb, Rgb];
  const known = ramps.get(neg);
  if (known?.zero === zero) return known.colours;
  const colours = Array.from({ length: RAMP + 1 }, (_, i) => {
    const t = (2 * i) / RAMP - 1;
    return t < 0 ? blend(zero, neg, -t) : blend(zero, pos, t);
  });
  ramps.set(neg, { zero, colours });
  return colours;
}

const ramps = new WeakMap<Rgb, { readonly zero: Rgb; readonly colours: readonly Rgb[] }>();

const blend = (from: Rgb, to: Rgb, t: number): Rgb => [
  from[0] + (to[0] - from[0]) * t,
  from[1] + (to[1] - from[1]) * t,
  from[2] + (to[2] - from[2]) * t,
];

/** Paints a map, one pixel a number; `reach` is full colour. */
export function paintMap(map: MapImage, reach: number, ramp: readonly Rgb[]): ImageData {
  const { height, width, values, stride = 1, offset = 0 } = map;
  const image = new ImageData(width, height);
  const scale = reach > 0 ? RAMP / 2 / reach : 0;
  for (let i = 0; i < height * width; i++) {
    const value = values[i * stride + offset] ?? 0;
    const shade = Math.max(0, Math.min(RAMP, Math.round(RAMP / 2 + value * scale)));
    const colour = ramp[shade] ?? ramp[0];
    image.data.set(colour ?? [0, 0, 0], 4 * i);
    image.data[4 * i + 3] = 255;
  }
  return image;
}

/** One map, as large as its box. Hovering and pressing tell the pixel. */
export function MapCanvas({
  map,
  reach,
  label,
  onPoint,
  onPress,
}: {
  map: MapImage;
  reach: number;
  label: string;
  onPoint?: ((place: { y: number; x: number } | undefined) => void) | undefined;
  onPress?: ((place: { y: number; x: number }) => void) | undefined;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ramp = useRamp();
  const { height, width } = map;
  useEffect(() => {
    const element = canvas.current;
    if (!element || height === 0 || width === 0) return;
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
    element.getContext('2d')?.putImageData(paintMap(map, reach, ramp), 0, 0);
  }, [map, reach, ramp, height, width]);

  function placeOf(event: PointerEvent<HTMLElement>): { y: number; x: number } {
    const box = event.currentTarget.getBoundingClientRect();
    const along = (share: number, length: number): number =>
      Math.max(0, Math.min(length - 1, Math.floor(share * length)));
    return {
      y: along((event.clientY - box.top) / box.height, height),
      x: along((event.clientX - box.left) / box.width, width),
    };
  }

  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className="block size-full rounded-[3px] [image-rendering:pixelated]"
      style={{ aspectRatio: `${width} / ${height}` }}
      onPointerMove={onPoint && ((event) => onPoint(placeOf(event)))}
      onPointerLeave={onPoint && (() => onPoint(undefined))}
      onPointerDown={onPress && ((event) => onPress(placeOf(event)))}
    />
  );
}
