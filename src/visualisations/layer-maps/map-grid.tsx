import { useTranslation } from 'react-i18next';
import { formatTerm } from '../../ui/kit/format.ts';
import { MapCanvas } from '../../ui/kit/map-canvas.tsx';
import type { MapStats } from './map-stats.ts';
import type { TensorPicture } from './probe.ts';

/** Maps that are drawn at most: more would be stamps. */
const MOST = 128;

/** All maps of a layer; silent ones are marked. One press chooses the map that is explained. */
export function MapGrid({
  tensor,
  stats,
  shared,
  chosen,
  onChoose,
}: {
  tensor: TensorPicture;
  stats: MapStats;
  shared: boolean;
  chosen: number;
  onChoose: (map: number) => void;
}) {
  const { t } = useTranslation();
  const [height = 1, width = 1, channels = 1] = tensor.shape;
  const dead = stats.maps.filter((map) => map.dead).length;
  return (
    <div>
      <p className="mb-1.5 flex flex-wrap justify-between gap-x-4 text-[13px] text-ink-2">
        <span>{t('look.maps', { count: channels })}</span>
        <span data-testid="dead-maps">{dead > 0 ? t('look.dead', { count: dead }) : ''}</span>
      </p>
      <ul
        className="grid gap-1.5"
        style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(54px, 1fr))' }}
        data-testid="map-grid"
      >
        {stats.maps.slice(0, MOST).map((own, map) => (
          <li key={map}>
            <button
              type="button"
              aria-pressed={map === chosen}
              aria-label={t('look.mapRange', {
                number: map + 1,
                min: formatTerm(own.min),
                max: formatTerm(own.max),
              })}
              title={t('look.mapRange', {
                number: map + 1,
                min: formatTerm(own.min),
                max: formatTerm(own.max),
              })}
              data-dead={own.dead}
              onClick={() => onChoose(map)}
              className="relative block w-full max-w-[96px] rounded border-2 border-transparent p-px hover:border-line-strong aria-pressed:border-accent"
            >
              <MapCanvas
                map={{ height, width, values: tensor.values, stride: channels, offset: map }}
                reach={(shared ? stats.reach : own.reach) || 1}
                label={t('look.map', { number: map + 1, count: channels })}
              />
              {own.dead ? (
                <span className="absolute inset-0 grid place-items-center text-[13px] text-ink-3">
                  {t('look.silent')}
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
