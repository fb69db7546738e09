import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { STORED } from '../../datasets/own-images.ts';
import { GAVE_UP } from '../../engine/client.ts';
import { ASSET_MISSING, NO_ROWS } from '../../engine/data/data.ts';
import { useStores } from '../../state/stores.ts';
import { useFiles } from '../files/use-files.ts';
import { formatCount } from '../kit/format.ts';
import { storageReason } from '../projects/storage-reason.ts';

/** Tells the person, when it happens, that the training engine stopped or the work cannot be kept. */
export function useTroubleNotices(): void {
  const { t } = useTranslation();
  const { views, runs, compilations } = useStores();
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
      if (trouble.startsWith(ASSET_MISSING)) {
        const kept = trouble.slice(ASSET_MISSING.length).startsWith(STORED);
        const isTable = compilations.getState().source?.spec.columns !== undefined;
        const retry = { label: t('reading.retry'), run: () => runs.getState().retry() };
        notify({
          tone: 'bad',
          text: t(
            !kept ? 'reading.unavailable' : isTable ? 'columns.missingTable' : 'reading.missing',
          ),
          action: retry,
        });
        return;
      }
      if (trouble.includes(NO_ROWS)) {
        notify({ tone: 'bad', text: t('columns.noRows') });
        return;
      }
      const gaveUp = trouble === GAVE_UP;
      const text = gaveUp ? t('failure.dead') : t('failure.worker', { detail: trouble });
      notify({ tone: 'bad', text, action });
    });
    const stopViews = views.subscribe(({ storageTrouble: now }, { storageTrouble: before }) => {
      if (now === undefined || now === before) return;
      notify({ tone: 'bad', text: t('storage.failed', { detail: storageReason(t, now) }), action });
    });
    return () => {
      stopRuns();
      stopViews();
    };
  }, [views, runs, compilations, save, t]);
}
