import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { GAVE_UP } from '../../engine/client.ts';
import { useRun, useStores, useView } from '../../state/stores.ts';
import { useFiles } from '../files/use-files.ts';
import { formatCount } from '../kit/format.ts';

/** Tells the person when the training engine stopped, or when the work cannot be kept. */
export function useTroubleNotices(): void {
  const { t } = useTranslation();
  const { views, runs } = useStores();
  const { save } = useFiles();
  const restarts = useRun((run) => run.restarts);
  const trouble = useRun((run) => run.trouble);
  const storageTrouble = useView((view) => view.storageTrouble);

  useEffect(() => {
    if (restarts === 0) return;
    const step = formatCount(runs.getState().frame?.step ?? 0);
    views.getState().notify({ tone: 'info', text: t('failure.restarted', { step }) });
  }, [restarts, runs, views, t]);

  useEffect(() => {
    if (trouble === undefined) return;
    const text = trouble === GAVE_UP ? t('failure.dead') : t('failure.worker', { detail: trouble });
    const action = { label: t('storage.saveNow'), run: save };
    views.getState().notify({ tone: 'bad', text, action });
  }, [trouble, views, save, t]);

  useEffect(() => {
    if (storageTrouble === undefined) return;
    const text = t('storage.failed', { detail: storageTrouble });
    const action = { label: t('storage.saveNow'), run: save };
    views.getState().notify({ tone: 'bad', text, action });
  }, [storageTrouble, views, save, t]);
}
