import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { useEdit } from '../edit/use-edit.ts';
import { Button } from '../kit/button.tsx';

/** What to do with nothing on the canvas. */
export function EmptyCanvas() {
  const { t } = useTranslation();
  const { views, catalogue } = useStores();
  const { addAfter } = useEdit();
  const source = [...catalogue.layers.values()].find((kind) => kind.role === 'source');
  return (
    <div className="pointer-events-none absolute inset-0 grid place-items-center p-6 text-center">
      <div>
        <h2 className="text-lg font-semibold">{t('canvas.empty')}</h2>
        <p className="mt-1 text-ink-2">{t('canvas.emptyHint')}</p>
        <div className="pointer-events-auto mt-4 flex justify-center gap-2">
          {source ? (
            <Button look="solid" onClick={() => addAfter(source)}>
              {t('canvas.addSource')}
            </Button>
          ) : null}
          <Button look="outline" onClick={() => views.getState().set({ startOpen: true })}>
            {t('canvas.openLesson')}
          </Button>
        </div>
      </div>
    </div>
  );
}
