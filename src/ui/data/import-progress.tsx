import { useTranslation } from 'react-i18next';
import { useImports, useStores } from '../../state/stores.ts';
import { Button } from '../kit/button.tsx';

/** How far reading or downloading images is, and a way to stop it. */
export function ImportProgress() {
  const { t } = useTranslation();
  const { imports } = useStores();
  const [share, isDownload] = useImports((state) => [state.share, state.isDownload] as const);
  if (share === undefined) return null;
  const percent = Math.round(100 * share);
  return (
    <div className="fixed bottom-20 left-1/2 z-40 w-80 max-w-[90vw] -translate-x-1/2 rounded-card border border-line bg-surface px-4 py-3 shadow-card">
      <p className="flex items-center justify-between gap-3">
        {t(isDownload ? 'reading.downloading' : 'reading.reading', { percent })}
        <Button look="link" onClick={() => imports.getState().cancel()}>
          {t('reading.cancel')}
        </Button>
      </p>
      <div
        role="progressbar"
        aria-label={t(isDownload ? 'reading.downloadLabel' : 'reading.readLabel')}
        aria-valuenow={percent}
        className="mt-2 h-1.5 overflow-hidden rounded-full bg-surface-2"
      >
        <i className="block h-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
