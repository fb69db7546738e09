import { useTranslation } from 'react-i18next';
import { useStores, useView } from '../../state/stores.ts';
import { Select } from '../kit/select.tsx';

/** Updates a second on offer: one at a time, to be followed; as fast as a screen shows; all there are. */
const paces = [1, 3, 10, 60, 1000] as const;
const FLAT_OUT = '0';
const rising = (a: number, b: number): number => a - b;

/** How fast training goes: slow enough to follow each update, or as fast as it can. */
export function PaceSelect() {
  const { t } = useTranslation();
  const { views } = useStores();
  const pace = useView((view) => view.cardPace ?? view.pace);
  // A lesson may train at a pace of its own.
  const all =
    paces.some((each) => each === pace) || pace === 0 ? paces : [...paces, pace].sort(rising);
  return (
    <Select
      label={t('run.pace')}
      value={String(pace)}
      options={[
        ...all.map((count) => ({ value: String(count), title: t('run.perSecond', { count }) })),
        { value: FLAT_OUT, title: t('run.flatOut') },
      ]}
      onChange={(value) => views.getState().set({ pace: Number(value), cardPace: undefined })}
    />
  );
}
