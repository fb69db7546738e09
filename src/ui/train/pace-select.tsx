import { useTranslation } from 'react-i18next';
import { useStores, useView } from '../../state/stores.ts';
import { Select } from '../kit/select.tsx';

/** Updates a second on offer: one at a time, to be followed; as fast as a screen shows; all there are. */
const paces = [1, 3, 10, 60, 1000] as const;
const FLAT_OUT = '0';

/** How fast training goes: slow enough to follow each update, or as fast as it can. */
export function PaceSelect() {
  const { t } = useTranslation();
  const { views } = useStores();
  const pace = useView((view) => view.pace);
  return (
    <Select
      label={t('run.pace')}
      value={String(pace)}
      options={[
        ...paces.map((count) => ({ value: String(count), title: t('run.perSecond', { count }) })),
        { value: FLAT_OUT, title: t('run.flatOut') },
      ]}
      onChange={(value) => views.getState().set({ pace: Number(value) })}
    />
  );
}
