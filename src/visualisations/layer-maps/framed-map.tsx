import { useMemo } from 'react';
import type { Region } from '../../core/reading.ts';
import { MapCanvas } from '../../ui/kit/map-canvas.tsx';
import { mapStats } from './map-stats.ts';
import type { TensorPicture } from './probe.ts';

/** One map with a frame around a part of it; what lies over the edge is padding, and drawn as such. */
export function FramedMap({
  title,
  tensor,
  map,
  reach,
  region,
  onPoint,
  onPress,
}: {
  title: string;
  tensor: TensorPicture;
  map: number;
  reach?: number | undefined;
  region: Region | undefined;
  onPoint?: (place: { y: number; x: number } | undefined) => void;
  onPress?: (place: { y: number; x: number }) => void;
}) {
  const [height = 1, width = 1, channels = 1] = tensor.shape;
  const own = useMemo(() => mapStats(tensor).maps[map]?.reach ?? 1, [tensor, map]);
  const image = useMemo(
    () => ({ height, width, values: tensor.values, stride: channels, offset: map }),
    [tensor, height, width, channels, map],
  );
  // Room around the image for the padding that the window covers.
  const margin = region
    ? {
        top: Math.max(0, -region.top),
        left: Math.max(0, -region.left),
        bottom: Math.max(0, region.bottom - height),
        right: Math.max(0, region.right - width),
      }
    : { top: 0, left: 0, bottom: 0, right: 0 };
  return (
    <figure className="m-0">
      <figcaption className="mb-1 text-[13px] text-ink-2">{title}</figcaption>
      <div className="relative">
        <MapCanvas
          map={image}
          reach={(reach ?? own) || 1}
          label={title}
          onPoint={onPoint}
          onPress={onPress}
        />
        {region ? (
          <i
            aria-hidden="true"
            data-testid="window-frame"
            className={`pointer-events-none absolute border-2 border-accent ${
              Object.values(margin).some((side) => side > 0) ? 'border-dashed' : ''
            }`}
            style={{
              top: `${(100 * region.top) / height}%`,
              left: `${(100 * region.left) / width}%`,
              width: `${(100 * (region.right - region.left)) / width}%`,
              height: `${(100 * (region.bottom - region.top)) / height}%`,
            }}
          />
        ) : null}
      </div>
    </figure>
  );
}
