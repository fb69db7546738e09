import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { Dialog } from '../kit/dialog.tsx';
import { StepList } from './step-list.tsx';
import { VersionList } from './version-list.tsx';

/** The way that led to the network on screen: its steps by name, and versions to go back to. */
export function HistoryDialog() {
  const { t } = useTranslation();
  const { views } = useStores();
  return (
    <Dialog
      onClose={() => views.getState().set({ dialog: undefined })}
      title={t('steps.title')}
      description={t('steps.subtitle')}
      closeLabel={t('common.close')}
      wide
    >
      <div className="mt-4 grid gap-6 sm:grid-cols-[2fr_3fr]">
        <StepList />
        <VersionList />
      </div>
    </Dialog>
  );
}
