import { BookOpen, Copy, PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { applyCommand } from '../../document/commands.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useStores } from '../../state/stores.ts';
import { ChoiceCard } from '../kit/choice-card.tsx';
import { Dialog } from '../kit/dialog.tsx';

/** Says that another tab writes this project, and asks what is to be done in this one. */
export function SecondTab() {
  const { t } = useTranslation();
  const words = useWords();
  const { documents, projects, views } = useStores();
  const close = (): void => views.getState().set({ dialog: undefined });
  const openCopy = (): void => {
    const { document, open } = documents.getState();
    const title = t('projects.copyOf', { name: words(document.meta.title) });
    close();
    open(applyCommand(document, { type: 'retitle', title }));
    // A copy is wanted, so it is somebody's work, even of a lesson.
    void projects.getState().claim(documents.getState().project);
  };
  const takeOver = async (): Promise<void> => {
    if (!(await projects.getState().takeOver())) return;
    views.getState().notify({
      tone: 'info',
      text: t('secondTab.setAside'),
      action: {
        label: t('steps.title'),
        run: () => views.getState().set({ dialog: 'history' }),
      },
    });
  };
  return (
    <Dialog
      onClose={close}
      title={t('secondTab.title')}
      description={t('secondTab.text')}
      closeLabel={t('common.close')}
    >
      <div className="mt-4 flex flex-col gap-2">
        <ChoiceCard
          icon={<PenLine size={18} aria-hidden />}
          title={t('secondTab.takeOver')}
          text={t('secondTab.takeOverText')}
          onClick={() => {
            close();
            void takeOver();
          }}
        />
        <ChoiceCard
          icon={<Copy size={18} aria-hidden />}
          title={t('secondTab.copy')}
          text={t('secondTab.copyText')}
          onClick={openCopy}
        />
        <ChoiceCard
          icon={<BookOpen size={18} aria-hidden />}
          title={t('secondTab.read')}
          text={t('secondTab.readText')}
          onClick={close}
        />
      </div>
    </Dialog>
  );
}
