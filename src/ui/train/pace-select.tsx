import { useTranslation } from 'react-i18next';
import { useRun, useStores } from '../../state/stores.ts';
import { Select } from '../kit/select.tsx';

/** Updates a second on offer: one at a time, to be followed; as fast as a screen shows; all there are. */
const paces = [1, 3, 10, 60, 1000] as const;
const FLAT_OUT = 'flatOut';

/** How fast training goes: slow enough to follow each update, or as fast as it can. */
export function PaceSelect() {
  const { t } = useTranslation();
  const { runs } = useStores();
  const pace = useRun((run) => run.pace);
  return (
    <Select
      label={t('run.pace')}
      value={pace === undefined ? FLAT_OUT : String(pace)}
      options={[
        ...paces.map((count) => ({ value: String(count), title: t('run.perSecond', { count }) })),
        { value: FLAT_OUT, title: t('run.flatOut') },
      ]}
      onChange={(value) => runs.getState().setPace(value === FLAT_OUT ? undefined : Number(value))}
    />
  );
}
