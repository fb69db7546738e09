import { FileUp, SquareDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { emptyDocument } from '../../document/create.ts';
import { useStores } from '../../state/stores.ts';
import { useFiles } from '../files/use-files.ts';
import { ChoiceCard } from '../kit/choice-card.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { CourseView } from './course-view.tsx';

/** Where to start: a lesson, an empty canvas or a file. */
export function StartPage() {
  const { t } = useTranslation();
  const { views } = useStores();
  const { open, pick } = useFiles();
  const close = (): void => views.getState().set({ startOpen: false });
  return (
    <Dialog
      onClose={close}
      title={t('lessons.title')}
      description={t('lessons.subtitle')}
      closeLabel={t('common.close')}
      wide
    >
      <div className="mt-4 grid gap-3 sm:grid-cols-2">
        <ChoiceCard
          icon={<SquareDashed size={20} aria-hidden />}
          title={t('projects.new')}
          text={t('lessons.emptyText')}
          onClick={() => open(emptyDocument(t('app.untitled')))}
        />
        <ChoiceCard
          icon={<FileUp size={20} aria-hidden />}
          title={t('lessons.file')}
          text={t('lessons.fileText')}
          onClick={() => {
            close();
            pick();
          }}
        />
      </div>
      <h3 className="mt-6 mb-3 font-semibold">{t('lessons.course')}</h3>
      <CourseView wide />
    </Dialog>
  );
}
