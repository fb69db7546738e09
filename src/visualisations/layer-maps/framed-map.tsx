import { useMemo } from 'react';
import type { Region } from '../../core/reading.ts';
import { MapCanvas } from '../../ui/kit/map-canvas.tsx';
import { mapStats } from './map-stats.ts';
import type { TensorPicture } from './probe.ts';

/** Pixels beyond each edge of an image. */
export interface Margin {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const none: Margin = { top: 0, left: 0, bottom: 0, right: 0 };

const PADDING = 'repeating-linear-gradient(45deg, var(--surface-2) 0 4px, var(--line) 4px 5px)';

/** One map with a frame around a part of it, and the padding around the map. */
export function FramedMap({
  title,
  tensor,
  map,
  reach,
  region,
  margin = none,
  isPicture = false,
  place,
  onPoint,
  onPress,
}: {
  title: string;
  tensor: TensorPicture;
  map: number;
  reach?: number | undefined;
  region: Region | undefined;
  /** Pixels of padding that windows cover on each side; drawn as such. */
  margin?: Margin | undefined;
  /** What comes in at the source: three channels are colours. */
  isPicture?: boolean;
  /** The pixel that is chosen; the arrow keys move it. */
  place?: { readonly y: number; readonly x: number };
  onPoint?: (place: { y: number; x: number } | undefined) => void;
  onPress?: (place: { y: number; x: number }) => void;
}) {
  const [height = 1, width = 1, channels = 1] = tensor.shape;
  const own = useMemo(() => mapStats(tensor).maps[map]?.reach ?? 1, [tensor, map]);
  const image = useMemo(
    () => ({
      height,
      width,
      values: tensor.values,
      ...(isPicture && channels === 3 ? { colours: true } : { stride: channels, offset: map }),
    }),
    [tensor, height, width, channels, map, isPicture],
  );
  const { top, left, bottom, right } = margin;
  const [tall, wide] = [height + top + bottom, width + left + right];
  return (
    <figure className="m-0">
      <figcaption className="mb-1 text-[13px] text-ink-2">{title}</figcaption>
      <div
        className="relative w-full"
        style={{ aspectRatio: `${wide} / ${tall}`, background: PADDING }}
      >
        <div
          className="absolute"
          style={{
            top: `${(100 * top) / tall}%`,
            left: `${(100 * left) / wide}%`,
            width: `${(100 * width) / wide}%`,
            height: `${(100 * height) / tall}%`,
          }}
        >
          <MapCanvas
            map={image}
            reach={(reach ?? own) || 1}
            label={title}
            place={place}
            onPoint={onPoint}
            onPress={onPress}
          />
        </div>
        {region ? (
          <i
            aria-hidden="true"
            data-testid="window-frame"
            className="pointer-events-none absolute border-2 border-accent"
            style={{
              top: `${(100 * (top + region.top)) / tall}%`,
              left: `${(100 * (left + region.left)) / wide}%`,
              width: `${(100 * (region.right - region.left)) / wide}%`,
              height: `${(100 * (region.bottom - region.top)) / tall}%`,
            }}
          />
        ) : null}
      </div>
    </figure>
  );
}
