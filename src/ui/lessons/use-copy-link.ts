import { useTranslation } from 'react-i18next';
import { writeLink } from '../../state/page-link.ts';
import { useStores } from '../../state/stores.ts';

/** Copies the address of a card, counted from 0; where the browser forbids that, shows it. */
export function useCopyLink(lesson: string, card: number): () => Promise<void> {
  const { t } = useTranslation();
  const { views, study } = useStores();
  return async () => {
    const { presenting, fixed } = study.getState();
    const link = writeLink(location, {
      lesson,
      card: card + 1,
      edit: !fixed,
      present: presenting,
    });
    const { notify } = views.getState();
    try {
      await navigator.clipboard.writeText(link);
      notify({ tone: 'info', text: t('card.copied', { link }) });
    } catch {
      notify({ tone: 'bad', text: t('card.notCopied', { link }) });
    }
  };
}
