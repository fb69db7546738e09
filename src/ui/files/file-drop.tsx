import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { modelFiles } from '../../importers/foreign-format.ts';
import type { DroppedFile } from '../../state/image-imports.ts';
import { useStores } from '../../state/stores.ts';
import { isTyping } from '../actions/is-typing.ts';
import { useOwnImages } from '../data/use-own-images.ts';
import { useOwnTables } from '../data/use-own-tables.ts';
import { droppedFiles } from './dropped-files.ts';
import { useFiles } from './use-files.ts';
import { usePictureDrop } from './use-picture-drop.ts';

/** Opens what is dropped anywhere on the page: a network, a picture to look at, or images to train on. */
export function FileDrop() {
  const { read, readText } = useFiles();
  const images = useOwnImages();
  const lookAtPicture = usePictureDrop();
  const tables = useOwnTables();
  const { documents, views, compilations } = useStores();
  const { t } = useTranslation();
  const [carried, setCarried] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      const types = event.dataTransfer?.types ?? [];
      const takesText = types.includes('text/plain') && !isTyping(event.target);
      if (types.includes('Files') || takesText) event.preventDefault();
      setCarried(types.includes('Files'));
    };
    const leave = ({ relatedTarget }: DragEvent): void => {
      // Only what leaves the window goes to nothing.
      if (relatedTarget === null) setCarried(false);
    };
    /** A link, or the text of a network; false where it is neither. */
    const takeText = (text: string): boolean => {
      if (documents.getState().locked) return false;
      const link = linkIn(text);
      // Whoever changes the address opens what it holds.
      if (link !== undefined) location.hash = link;
      else if (looksLikeNetwork(text)) void readText(text, t('importing.pasted'));
      else return false;
      return true;
    };
    /** A network comes in the place of the one on screen, unless that is locked. */
    const open = async (file: File, beside?: readonly DroppedFile[]): Promise<void> => {
      const { lockedBy } = documents.getState();
      if (lockedBy === 'lecture' || lockedBy === 'fixed') {
        views.getState().notify({ tone: 'bad', text: t(`locks.${lockedBy}`) });
      } else await read(file, beside);
    };
    const take = async (transfer: DataTransfer): Promise<void> => {
      const files = await droppedFiles(transfer).catch(() => undefined);
      if (!files) {
        views.getState().notify({ tone: 'bad', text: t('file.unreadable') });
        return;
      }
      const [first] = files;
      if (!first) return;
      const model = modelAmong(files);
      if (model) {
        await open(model.file, files);
        return;
      }
      const alone = files.length === 1 && !first.path.includes('/');
      const source = compilations.getState().source;
      const takesImages = source?.spec.input.length === 3;
      if (alone && !takesImages && /\.(csv|tsv|data|txt)$/i.test(first.path)) {
        await tables.read(first.file);
      } else if (alone && /\.(zip|gz|csv|tsv)$|ubyte|idx/i.test(first.path))
        await images.read(files);
      else if (alone && first.file.type.startsWith('image/')) await lookAtPicture(first.file);
      else if (alone) await open(first.file);
      else await images.read(files);
    };
    const drop = (event: DragEvent): void => {
      setCarried(false);
      if (!event.dataTransfer?.types.includes('Files')) {
        if (isTyping(event.target)) return;
        if (takeText(event.dataTransfer?.getData('text/plain') ?? '')) event.preventDefault();
        return;
      }
      event.preventDefault();
      void take(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (takeText(text)) {
        event.preventDefault();
        return;
      }
      if (looksLikeNetwork(text) || !looksLikeTable(text)) return;
      event.preventDefault();
      void tables.readText(text);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('paste', paste);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
    };
  }, [read, readText, images, tables, lookAtPicture, documents, views, compilations, t]);
  if (!carried) return null;
  return (
    <div
      data-file-drop
      className="pointer-events-none fixed inset-2 z-60 flex items-center justify-center rounded-2xl border-2 border-accent border-dashed"
    >
      <p className="max-w-[90vw] rounded-card border border-line bg-surface px-4 py-3 text-center shadow-card">
        {t('file.dropHere')}
      </p>
    </div>
  );
}

/** The file of a network among others that belong to it: weights in files of their own. */
function modelAmong(files: readonly DroppedFile[]): DroppedFile | undefined {
  const graph = files.find(({ path }) => /(^|\/)saved_model\.pb$/.test(path));
  if (graph) return graph;
  if (!files.every(({ path }) => modelFiles.test(path))) return undefined;
  return (
    files.find(({ path }) => /\.json$/i.test(path)) ?? (files.length === 1 ? files[0] : undefined)
  );
}

/** The part of a link that holds a network. */
const linkIn = (text: string): string | undefined => /^\s*\S*?(#n=[\w.-]+)\s*$/.exec(text)?.[1];

/** A text that begins as a file of a network does. */
const looksLikeNetwork = (text: string): boolean =>
  /^\s*\{/.test(text) && /"(class_name|modelTopology|format)"\s*:/.test(text);

/** Two lines at least, with something between their cells. */
const looksLikeTable = (text: string): boolean =>
  /^[^\n]*[,;\t|][^\n]*\r?\n[^\n]*[,;\t|]/.test(text.trim());
