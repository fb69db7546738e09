import { useTranslation } from 'react-i18next';
import { sizeOf } from '../../core/shape.ts';
import { cssColour } from '../../ui/kit/colours.ts';
import { formatTerm } from '../../ui/kit/format.ts';
import { useRamp } from '../../ui/kit/map-canvas.tsx';
import { useClassName } from '../use-class-name.ts';
import type { TensorPicture } from './probe.ts';

/** Units that are drawn at most. */
const MOST = 512;
/** From so many units on there is room for their bars only. */
const MANY = 32;

/** The numbers of a row as bars; one press chooses the unit that is explained. */
export function UnitBars({
  tensor,
  chosen,
  areClasses,
  onChoose,
}: {
  tensor: TensorPicture;
  chosen: number;
  /** Units are classes, and are called so. */
  areClasses: boolean;
  onChoose: (unit: number) => void;
}) {
  const { t } = useTranslation();
  const ramp = useRamp();
  const nameOf = useClassName();
  const labelOf = (unit: number, value: number): string =>
    areClasses
      ? `${nameOf(unit)}: ${formatTerm(value)}`
      : t('look.unit', { number: unit + 1, value: formatTerm(value) });
  const total = sizeOf(tensor.shape);
  const values = [...tensor.values.subarray(0, MOST)];
  const reach = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const few = values.length <= MANY;
  const silent = tensor.values.reduce((count, value) => count + (value === 0 ? 1 : 0), 0);
  return (
    <div>
      <p className="mb-1 flex justify-between text-[13px] text-ink-2">
        <span>{t('look.units', { count: total })}</span>
        <span>{silent > 0 ? t('look.silentUnits', { count: silent }) : ''}</span>
      </p>
      <ul
        className="flex items-stretch gap-px overflow-x-auto"
        style={{ height: few ? (areClasses ? 138 : 118) : 76 }}
      >
        {values.map((value, unit) => {
          const share = value / reach;
          return (
            <li key={unit} className={few ? 'min-w-9 flex-1' : 'min-w-1.5 flex-1'}>
              <button
                type="button"
                aria-pressed={unit === chosen}
                aria-label={labelOf(unit, value)}
                title={labelOf(unit, value)}
                onClick={() => onChoose(unit)}
                className="flex h-full w-full flex-col rounded-sm border-b-2 border-transparent hover:bg-surface-2 aria-pressed:border-accent aria-pressed:bg-accent-soft"
              >
                <span className="relative w-full flex-1">
                  <i className="absolute top-1/2 right-0 left-0 h-px bg-line-strong" />
                  <i
                    className="absolute right-[15%] left-[15%]"
                    style={{
                      top: share > 0 ? `${50 - 50 * share}%` : '50%',
                      height: `${Math.max(1, 50 * Math.abs(share))}%`,
                      background: cssColour(ramp[Math.round(127.5 * (1 + share))] ?? [0, 0, 0]),
                    }}
                  />
                </span>
                {few ? (
                  <span className="num block truncate text-center text-[13px] text-ink-2">
                    {areClasses ? <b className="block text-ink">{nameOf(unit)}</b> : null}
                    {formatTerm(value)}
                  </span>
                ) : null}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
