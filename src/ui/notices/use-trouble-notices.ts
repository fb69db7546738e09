import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { GAVE_UP } from '../../engine/client.ts';
import { useStores } from '../../state/stores.ts';
import { useFiles } from '../files/use-files.ts';
import { formatCount } from '../kit/format.ts';

/** Tells the person, when it happens, that the training engine stopped or the work cannot be kept. */
export function useTroubleNotices(): void {
  const { t } = useTranslation();
  const { views, runs } = useStores();
  const { save } = useFiles();

  useEffect(() => {
    const { notify } = views.getState();
    const action = { label: t('storage.saveNow'), run: save };
    const stopRuns = runs.subscribe((now, before) => {
      if (now.restarts !== before.restarts) {
        const step = formatCount(now.frame?.step ?? 0);
        notify({ tone: 'info', text: t('failure.restarted', { step }) });
      }
      const { trouble } = now;
      if (trouble === undefined || trouble === before.trouble) return;
      const gaveUp = trouble === GAVE_UP;
      const text = gaveUp ? t('failure.dead') : t('failure.worker', { detail: trouble });
      notify({ tone: 'bad', text, action });
    });
    const stopViews = views.subscribe(({ storageTrouble: now }, { storageTrouble: before }) => {
      if (now === undefined || now === before) return;
      notify({ tone: 'bad', text: t('storage.failed', { detail: now }), action });
    });
    return () => {
      stopRuns();
      stopViews();
    };
  }, [views, runs, save, t]);
}
