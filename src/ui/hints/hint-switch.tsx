import { useTranslation } from 'react-i18next';
import { hintNames } from '../../state/hints.ts';
import { useStores, useView } from '../../state/stores.ts';
import { Button } from '../kit/button.tsx';
import { Switch } from '../kit/switch.tsx';

/** Whether hints are still to come, and the way to see all of them again. */
export function HintSwitch() {
  const { t } = useTranslation();
  const { views } = useStores();
  const gone = useView((view) => view.hintsGone);
  const set = (hintsGone: readonly string[]): void => views.getState().set({ hintsGone });
  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line pt-3">
      <Switch
        id="hints"
        checked={hintNames.some((name) => !gone.includes(name))}
        onChange={(on) => set(on ? [] : hintNames)}
      />
      <label htmlFor="hints" className="mr-auto">
        {t('hint.on')}
      </label>
      <Button look="outline" disabled={gone.length === 0} onClick={() => set([])}>
        {t('hint.again')}
      </Button>
    </div>
  );
}
