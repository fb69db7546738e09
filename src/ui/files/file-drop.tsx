import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { useOwnImages } from '../data/use-own-images.ts';
import { useOwnTables } from '../data/use-own-tables.ts';
import { droppedFiles } from './dropped-files.ts';
import { useFiles } from './use-files.ts';
import { usePictureDrop } from './use-picture-drop.ts';

/** Opens what is dropped anywhere on the page: a network, a picture to look at, or images to train on. */
export function FileDrop(): null {
  const { read } = useFiles();
  const images = useOwnImages();
  const lookAtPicture = usePictureDrop();
  const tables = useOwnTables();
  const { views, compilations } = useStores();
  const { t } = useTranslation();
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const take = async (transfer: DataTransfer): Promise<void> => {
      const files = await droppedFiles(transfer).catch(() => undefined);
      if (!files) {
        views.getState().notify({ tone: 'bad', text: t('file.unreadable') });
        return;
      }
      const [first] = files;
      if (!first) return;
      const alone = files.length === 1 && !first.path.includes('/');
      const source = compilations.getState().source;
      const takesImages = source?.spec.input.length === 3;
      if (alone && !takesImages && /\.(csv|tsv|data|txt)$/i.test(first.path)) {
        await tables.read(first.file);
      } else if (alone && /\.(zip|gz|csv|tsv)$|ubyte|idx/i.test(first.path))
        await images.read(files);
      else if (alone && first.file.type.startsWith('image/')) await lookAtPicture(first.file);
      else if (alone) await read(first.file);
      else await images.read(files);
    };
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      void take(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent): void => {
      const into = event.target instanceof Element ? event.target : undefined;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (into?.closest('input, textarea, [contenteditable]') || !looksLikeTable(text)) return;
      event.preventDefault();
      void tables.readText(text);
    };
    addEventListener('dragover', over);
    addEventListener('paste', paste);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
    };
  }, [read, images, tables, lookAtPicture, views, compilations, t]);
  return null;
}

/** Two lines at least, with something between their cells. */
const looksLikeTable = (text: string): boolean =>
  /^[^\n]*[,;\t|][^\n]*\r?\n[^\n]*[,;\t|]/.test(text.trim());
