import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { useFiles } from '../files/use-files.ts';

/** Brings a lesson back as it was at its start; what was changed is a step back in the history. */
export function useRestart(id: string): () => Promise<void> {
  const { t } = useTranslation();
  const { lessons, documents, runs, study, views } = useStores();
  const { open } = useFiles();
  return async () => {
    const read = await lessons.read(id);
    if (!read.ok) return;
    study.getState().restart(id);
    // Whoever moved something has it where it stood, too.
    if (JSON.stringify(documents.getState().document) === JSON.stringify(read.value)) {
      runs.getState().reset();
      return;
    }
    open(read.value);
    views.getState().notify({ tone: 'info', text: t('card.startedAgain') });
  };
}
