import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { type Rgb, useColours } from './colours.ts';
import { RAMP, rampOf } from './ramp.ts';

const tokens = ['--neg', '--zero', '--pos'];

/** Numbers in a grid, painted on the diverging scale. */
export interface MapImage {
  readonly height: number;
  readonly width: number;
  /** Row by row; with `stride` numbers from one pixel to the next, starting at `offset`. */
  readonly values: Float32Array;
  readonly stride?: number;
  readonly offset?: number;
  /** Three numbers a pixel are red, green and blue. */
  readonly colours?: boolean;
}

/** 256 colours from −1 over neutral to 1. */
export const useRamp = (): readonly Rgb[] => rampOf(...(useColours(tokens) as [Rgb, Rgb, Rgb]));

/** Paints red, green and blue from the smallest to the largest of them, whatever scale they are on. */
function paintColours({ height, width, values, offset = 0 }: MapImage): ImageData {
  const image = new ImageData(width, height);
  const size = 3 * height * width;
  let low = 0;
  let high = 0;
  for (let i = offset; i < offset + size; i++) {
    low = Math.min(low, values[i] ?? 0);
    high = Math.max(high, values[i] ?? 0);
  }
  const scale = high > low ? 255 / (high - low) : 0;
  for (let i = 0; i < size; i++) {
    image.data[4 * Math.floor(i / 3) + (i % 3)] = ((values[offset + i] ?? 0) - low) * scale;
  }
  for (let i = 3; i < image.data.length; i += 4) image.data[i] = 255;
  return image;
}

/** Paints a map, one pixel a number; `reach` is full colour. */
export function paintMap(map: MapImage, reach: number, ramp: readonly Rgb[]): ImageData {
  if (map.colours) return paintColours(map);
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

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** One map, as large as its box. Hovering and pressing tell the pixel. */
export function MapCanvas({
  map,
  reach,
  label,
  place,
  onPoint,
  onPress,
}: {
  map: MapImage;
  reach: number;
  label: string;
  /** The pixel that is chosen, where one can be: the arrow keys move it. */
  place?: { readonly y: number; readonly x: number } | undefined;
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

  function move(event: KeyboardEvent<HTMLElement>): void {
    const [dy, dx] = arrows[event.key] ?? [0, 0];
    if (!place || !onPress || (dy === 0 && dx === 0)) return;
    event.preventDefault();
    onPress({
      y: Math.max(0, Math.min(height - 1, place.y + dy)),
      x: Math.max(0, Math.min(width - 1, place.x + dx)),
    });
  }

  return (
    <canvas
      ref={canvas}
      aria-label={label}
      // A screen reader leaves the arrow keys to an application, and takes them from a picture.
      {...(place && onPress
        ? { role: 'application', tabIndex: 0, onKeyDown: move }
        : { role: 'img' })}
      className="block size-full rounded-[3px] [image-rendering:pixelated]"
      style={{ aspectRatio: `${width} / ${height}` }}
      onPointerMove={onPoint && ((event) => onPoint(placeOf(event)))}
      onPointerLeave={onPoint && (() => onPoint(undefined))}
      onPointerDown={onPress && ((event) => onPress(placeOf(event)))}
    />
  );
}
