import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredImages } from '../../datasets/define-dataset.ts';
import { ownImages } from '../../datasets/own-images.ts';
import type { ReadFailure } from '../../datasets/reading/failure.ts';
import type { Command } from '../../document/commands.ts';
import { freeId } from '../../document/queries.ts';
import { ASSET_MISSING } from '../../engine/data.ts';
import type { DroppedFile } from '../../state/image-imports.ts';
import { type Stores, useStores } from '../../state/stores.ts';
import { formatCount } from '../kit/format.ts';

/** Where the page's server says what can be downloaded. */
const MNIST_PLAN = 'mnist-source.json';

/** Reading images that a person brings along; a set that could not be read changes nothing. */
export function useOwnImages() {
  const stores = useStores();
  const { t } = useTranslation();
  return useMemo(() => {
    const { imports, views } = stores;

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
      use(stores, result.value);
      const { title, trainRows, testRows } = result.value;
      const [train, test] = [formatCount(trainRows), formatCount(testRows)];
      const hint = testRows === 0 ? ` ${t('reading.noTest')}` : '';
      const text = `${t('reading.done', { title, train, test })}${hint}`;
      views.getState().notify({ tone: 'info', text });
    }

    const explain = ({ code, ...data }: ReadFailure): string => t(`reading.${code}`, data);

    return {
      /** Puts images that are kept into the graph. */
      use: (stored: StoredImages): void => use(stores, stored),
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

/** Puts images into the graph: into its source, or as one. Undo takes it back. */
function use({ documents, catalogue, runs }: Stores, stored: StoredImages): void {
  const { document, dispatch, usedIds } = documents.getState();
  const params = { dataset: ownImages.id, stored };
  const source = Object.entries(document.graph.nodes).find(
    ([, node]) => catalogue.layers.get(node.kind)?.role === 'source',
  );
  const kind = [...catalogue.layers.values()].find(
    (each) => each.role === 'source' && 'stored' in each.params.shape,
  );
  if (!kind) return;
  const change: Command = !source
    ? {
        type: 'addNode',
        id: freeId(usedIds, kind.kind),
        node: { kind: kind.kind, params },
        at: { x: 0, y: 0 },
      }
    : source[1].kind === kind.kind
      ? { type: 'setParams', id: source[0], params }
      : { type: 'replace', id: source[0], node: { kind: kind.kind, params } };
  dispatch([change]);
  // The very images that were missing leave the graph as it was.
  if (runs.getState().trouble?.startsWith(ASSET_MISSING)) runs.getState().retry();
}
