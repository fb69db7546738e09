import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlidingWindow } from '../../core/reading.ts';
import { MapCanvas } from '../../ui/kit/map-canvas.tsx';
import type { LayerMapsPicture } from './probe.ts';

/** Kernels that are drawn at most. */
const MOST = 128;

/** The filter behind each map, as it reads the channel that is shown. */
export function Kernels({
  picture,
  window,
  channel,
  chosen,
  onChoose,
}: {
  picture: LayerMapsPicture;
  window: SlidingWindow | undefined;
  channel: number;
  chosen: number;
  onChoose: (map: number) => void;
}) {
  const { t } = useTranslation();
  const [kernel] = picture.weights;
  const reach = useMemo(
    () => kernel?.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? 0,
    [kernel],
  );
  if (kernel?.shape.length !== 4 || !window) return null;
  const [height = 1, width = 1, channels = 1, last = 1] = kernel.shape;
  const isDepthwise = window.does === 'depthwise';
  const count = isDepthwise ? channels * last : last;
  const offsetOf = (map: number): number => (isDepthwise ? map : channel * last + map);
  return (
    <div>
      <p className="mb-1.5 text-[13px] text-ink-2">
        {isDepthwise || channels === 1
          ? t('look.kernels', { size: `${height}×${width}` })
          : t('look.kernelsOf', { size: `${height}×${width}`, channel: channel + 1 })}
      </p>
      <ul
        className="grid gap-1.5"
        style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(34px, 40px))' }}
      >
        {Array.from({ length: Math.min(MOST, count) }, (_, map) => (
          <li key={map}>
            <button
              type="button"
              aria-pressed={map === chosen}
              aria-label={t('look.kernel', { number: map + 1 })}
              onClick={() => onChoose(map)}
              className="block w-full rounded border-2 border-transparent p-px hover:border-line-strong aria-pressed:border-accent"
            >
              <MapCanvas
                map={{
                  height,
                  width,
                  values: kernel.values,
                  stride: channels * last,
                  offset: offsetOf(map),
                }}
                reach={reach || 1}
                label={t('look.kernel', { number: map + 1 })}
              />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
