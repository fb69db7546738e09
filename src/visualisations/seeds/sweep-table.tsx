import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { applyVariant } from '../../state/seeds/load-start.ts';
import { settingsOf } from '../../state/seeds/settings.ts';
import type { Study } from '../../state/seeds/study.ts';
import { useDocument, useStores } from '../../state/stores.ts';
import { Button } from '../../ui/kit/button.tsx';
import { formatCount, formatShare } from '../../ui/kit/format.ts';
import type { Judged } from './judged.ts';
import { Tiles } from './tiles.tsx';
import { Trouble } from './trouble.tsx';
import { useSettingWords } from './use-setting-words.ts';

/** What became of each value of a sweep, a row each: its starts, the share that solved it, and half by when. */
export function SweepTable({
  study,
  judged,
  chosen,
  onChoose,
}: {
  study: Study;
  judged: readonly Judged[];
  /** The value whose starts are shown one by one. */
  chosen: number | undefined;
  onChoose: (place: number) => void;
}) {
  const { t } = useTranslation();
  const stores = useStores();
  const words = useSettingWords();
  const locked = useDocument((state) => state.locked);
  const setting = useMemo(
    () => settingsOf(study.base, stores.catalogue).find(({ key }) => key === study.setting),
    [study.base, study.setting, stores.catalogue],
  );
  if (!setting) return null;
  const name = words.name(setting);
  return (
    <>
      <p className="mt-2 flex flex-wrap gap-x-3 text-[13px] text-ink-3">
        {judged.some(({ variant }) => variant.results[0]?.portrait) ? null : (
          <>
            <span className="flex items-center gap-1">
              <i className="size-2.5 rounded-sm bg-ok" aria-hidden />
              {t('seeds.tileSolved')}
            </span>
            <span className="flex items-center gap-1">
              <i className="size-2.5 rounded-sm bg-line-strong" aria-hidden />
              {t('seeds.tileNot')}
            </span>
          </>
        )}
        <span>{t('seeds.tileLegend')}</span>
      </p>
      <table className="mt-1 w-full border-collapse text-left" aria-label={t('seeds.table')}>
        <thead className="text-[13px] text-ink-3">
          <tr>
            <th scope="col" className="pr-2 font-normal">
              {name}
            </th>
            <th scope="col" className="pr-2 font-normal">
              {t('seeds.share')}
            </th>
            <th scope="col" className="pr-2 text-right font-normal">
              {t('seeds.steps')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('seeds.apply')}</span>
            </th>
          </tr>
        </thead>
        {judged.map(({ variant, tally, verdicts }, place) => {
          const value = words.value(setting, variant.value ?? '');
          const { solved, count, medianSince } = tally;
          return (
            <tbody
              key={value}
              className={`border-t border-line ${place === chosen ? 'bg-accent-soft' : ''}`}
              data-value={variant.value}
            >
              <tr>
                <th scope="row" className="py-0.5 pr-2 font-semibold">
                  <button
                    type="button"
                    aria-pressed={place === chosen}
                    aria-label={t('seeds.show', { value })}
                    onClick={() => onChoose(place)}
                    className="num rounded px-1 text-left hover:text-accent hover:underline pointer-coarse:min-h-11"
                  >
                    {value}
                  </button>
                </th>
                <td className="num pr-2 whitespace-nowrap">
                  {count > 0 ? `${formatShare(solved / count)} · ${solved}/${count}` : '–'}
                </td>
                <td className="num pr-2 text-right">
                  {medianSince === undefined ? '–' : formatCount(medianSince)}
                </td>
                <td className="text-right">
                  <Button
                    look="link"
                    aria-label={t('seeds.applyLabel', { value: t('seeds.of', { name, value }) })}
                    disabled={locked}
                    onClick={() => applyVariant(stores, study, variant)}
                  >
                    {t('seeds.apply')}
                  </Button>
                </td>
              </tr>
              <tr>
                <td colSpan={4} className="px-1 pb-1">
                  {variant.trouble ? (
                    <Trouble trouble={variant.trouble} quiet />
                  ) : (
                    <Tiles
                      label={t('seeds.tiles', { value, solved, count })}
                      variant={variant}
                      verdicts={verdicts}
                      room={study.count}
                    />
                  )}
                </td>
              </tr>
            </tbody>
          );
        })}
      </table>
    </>
  );
}
