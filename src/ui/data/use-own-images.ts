import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredImages } from '../../datasets/define-dataset.ts';
import { ownImages } from '../../datasets/own-images.ts';
import type { ReadFailure } from '../../datasets/reading/failure.ts';
import type { DroppedFile } from '../../state/image-imports.ts';
import { useStores } from '../../state/stores.ts';
import { formatCount } from '../kit/format.ts';
import { putSource } from './put-source.ts';

/** Where the page's server says what can be downloaded. */
const MNIST_PLAN = 'mnist-source.json';

/** Reading images that a person brings along; a set that could not be read changes nothing. */
export function useOwnImages() {
  const stores = useStores();
  const { t } = useTranslation();
  return useMemo(() => {
    const { imports, views } = stores;

    /** Puts images that are kept into the graph. */
    const use = (stored: StoredImages): void =>
      putSource(stores, 'stored', { dataset: ownImages.id, stored });

    function take(
      result: Awaited<ReturnType<ReturnType<typeof imports.getState>['download']>>,
    ): void {
      if (!result) return;
      if (!result.ok) {
        const text = `${explain(result.error)} ${t('reading.untouched')}`;
        views.getState().notify({ tone: 'bad', text });
        return;
      }
      views.getState().set({ notices: [] });
      use(result.value);
      const { title, trainRows, testRows } = result.value;
      const [train, test] = [formatCount(trainRows), formatCount(testRows)];
      const hint = testRows === 0 ? ` ${t('reading.noTest')}` : '';
      const text = `${t('reading.done', { title, train, test })}${hint}`;
      views.getState().notify({ tone: 'info', text });
    }

    const explain = ({ code, ...data }: ReadFailure): string => t(`reading.${code}`, data);

    return {
      use,
      read: async (files: readonly DroppedFile[]): Promise<void> => {
        const [first] = files;
        if (!first) return;
        const folder = first.path.includes('/') ? first.path.split('/')[0] : undefined;
        const name = first.path.replace(/\.(gz|zip|csv|tsv)$/gi, '');
        const title = folder || (files.length > 1 ? t('reading.several') : name);
        take(await imports.getState().readFiles(title, files));
      },
      download: async (): Promise<void> => {
        const plan = new URL(MNIST_PLAN, window.document.baseURI).href;
        take(await imports.getState().download(plan));
      },
      /** Asks for files, or for a folder of pictures. */
      choose: (folder: boolean, onFiles: (files: readonly DroppedFile[]) => void): void => {
        const input = window.document.createElement('input');
        input.type = 'file';
        input.multiple = true;
        input.webkitdirectory = folder;
        input.onchange = () =>
          onFiles(
            [...(input.files ?? [])].map((file) => ({
              path: file.webkitRelativePath || file.name,
              file,
            })),
          );
        input.click();
      },
    };
  }, [stores, t]);
}
