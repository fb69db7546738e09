import { Eraser } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStores, useView } from '../../state/stores.ts';
import { NumberInput } from '../../ui/kit/number-input.tsx';
import { Select } from '../../ui/kit/select.tsx';
import { Switch } from '../../ui/kit/switch.tsx';

const resolutions = ['50', '100', '160', '240'] as const;
/** Classes that are offered as buttons; the keys reach all ten. */
const buttons = [0, 1, 2];

/** Which point a click sets, and how the boundary is drawn. */
export function BoundaryTools({
  classes,
  label,
  onLabel,
  erasing,
  onErasing,
}: {
  classes: boolean;
  label: number;
  onLabel: (label: number) => void;
  erasing: boolean;
  onErasing: (erasing: boolean) => void;
}) {
  const { t } = useTranslation();
  const { views } = useStores();
  const [size, hardEdges] = useView((view) => [view.boundarySize, view.hardEdges] as const);
  const { set } = views.getState();
  const shown = buttons.includes(label) ? buttons : [...buttons, label];
  return (
    <div className="mt-1.5 flex flex-wrap items-center justify-between gap-1">
      <fieldset className="flex items-center gap-1" aria-label={t('boundary.addClass')}>
        {classes ? (
          shown.map((cls) => (
            <button
              key={cls}
              type="button"
              aria-pressed={label === cls && !erasing}
              aria-label={t('boundary.cls', { cls })}
              title={t('boundary.cls', { cls })}
              onClick={() => {
                onLabel(cls);
                onErasing(false);
              }}
              className="num grid h-7 w-8 place-items-center text-[13px] rounded-lg border border-line text-ink-2 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-ink"
            >
              <span className="flex items-center gap-1">
                <i
                  className="size-2.5 rounded-full"
                  style={{ background: `var(--class-${cls})` }}
                />
                {cls}
              </span>
            </button>
          ))
        ) : (
          <NumberInput
            label={t('boundary.value')}
            value={label}
            min={-1e6}
            max={1e6}
            onChange={onLabel}
          />
        )}
        <button
          type="button"
          aria-pressed={erasing}
          aria-label={t('boundary.erase')}
          title={t('boundary.erase')}
          onClick={() => onErasing(!erasing)}
          className="grid size-7 place-items-center rounded-lg border border-line text-ink-2 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-ink"
        >
          <Eraser size={15} aria-hidden />
        </button>
      </fieldset>
      <span className="flex items-center gap-2">
        <span className="flex items-center gap-1.5 text-[13px] whitespace-nowrap text-ink-2">
          {t('boundary.discretise')}
          <Switch
            label={t('boundary.discretise')}
            checked={hardEdges}
            onChange={(next) => set({ hardEdges: next })}
          />
        </span>
        <Select
          label={t('boundary.resolution')}
          value={String(size)}
          options={resolutions.map((value) => ({ value: value as string, title: `${value}²` }))}
          onChange={(value) => set({ boundarySize: Number(value) })}
        />
      </span>
    </div>
  );
}
