import { CloudAlert, CloudCheck, CloudUpload } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useKeeping, useStores } from '../../state/stores.ts';
import { useFiles } from '../files/use-files.ts';
import { Button } from '../kit/button.tsx';
import { storageReason } from './storage-reason.ts';

/** Whether the work on screen is kept: quiet while it is, a way out where it is not. */
export function KeepingSign() {
  const { t } = useTranslation();
  const { views } = useStores();
  const { save } = useFiles();
  const keeping = useKeeping((state) => state.keeping);
  if (!keeping) return null;
  if (keeping.is === 'not') {
    const why = t('keeping.why', { why: storageReason(t, keeping.why) });
    return (
      <Button data-keeping="not" title={why} aria-label={why} onClick={save}>
        <CloudAlert size={15} className="text-bad" aria-hidden />
        <span className="text-bad max-[480px]:hidden">{t('keeping.not')}</span>
      </Button>
    );
  }
  if (keeping.is === 'elsewhere') {
    return (
      <Button
        data-keeping="elsewhere"
        title={t('secondTab.choose')}
        onClick={() => views.getState().set({ dialog: 'secondTab' })}
      >
        <CloudAlert size={15} className="text-bad" aria-hidden />
        <span className="text-bad max-[480px]:sr-only">{t('keeping.elsewhere')}</span>
      </Button>
    );
  }
  const Sign = keeping.is === 'kept' ? CloudCheck : CloudUpload;
  return (
    <span
      role="img"
      aria-label={t(`keeping.${keeping.is}`)}
      title={t(`keeping.${keeping.is}`)}
      data-keeping={keeping.is}
      className="shrink-0 px-1 text-ink-3"
    >
      <Sign size={15} aria-hidden />
    </span>
  );
}
