import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import type { ViewState } from '../../state/view-store.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useProblemText } from '../problems/use-problem-text.ts';
import { useFiles } from './use-files.ts';

const SHOWN = 6;

/** Asks before a file or a link with mistakes in it takes the place of the person's work. */
export function DoubtfulFile({ doubtful }: { doubtful: NonNullable<ViewState['doubtful']> }) {
  const { t } = useTranslation();
  const { views, documents } = useStores();
  const { explain } = useProblemText();
  const { openOwn } = useFiles();
  const close = (): void => views.getState().set({ doubtful: undefined });
  const count = doubtful.problems.length;
  return (
    <Dialog
      onClose={close}
      title={t(doubtful.from === 'link' ? 'share.doubtful' : 'file.doubtful', { count })}
      description={t('file.doubtfulText')}
      closeLabel={t('common.close')}
    >
      <ul className="mt-3 list-disc pl-5">
        {doubtful.problems.slice(0, SHOWN).map((problem, i) => (
          <li key={`${problem.code} ${i}`}>{explain(problem)}</li>
        ))}
        {count > SHOWN ? <li>…</li> : null}
      </ul>
      <div className="mt-5 flex justify-end gap-2">
        <Button
          look="outline"
          onClick={() =>
            documents.getState().lift(['lecture', 'fixed'], () => openOwn(doubtful.document))
          }
        >
          {t('file.openAnyway')}
        </Button>
        <Button look="solid" onClick={close}>
          {t('file.keep')}
        </Button>
      </div>
    </Dialog>
  );
}
