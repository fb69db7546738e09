import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compile } from '../../compiler/compile.ts';
import {
  MAX_FILE_BYTES,
  type ParseFailure,
  parseDocumentText,
  printDocument,
} from '../../document/parse.ts';
import type { GraphDocument } from '../../document/schema.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { DroppedFile } from '../../state/image-imports.ts';
import { useStores } from '../../state/stores.ts';
import { fileNameOf, saveBlob } from '../share/save-blob.ts';

/** Opening and saving. A file that cannot be read changes nothing; a doubtful one asks first. */
export function useFiles() {
  const { documents, views, projects, catalogue } = useStores();
  const { t } = useTranslation();
  const words = useWords();
  return useMemo(() => {
    function open(document: GraphDocument): void {
      documents.getState().open(document);
      views.getState().select([]);
      views.getState().set({ startOpen: false, doubtful: undefined, notices: [] });
    }

    /** Opens what the person was given or made elsewhere: it is not to be had again from here. */
    function openOwn(document: GraphDocument): void {
      open(document);
      // A lock may have kept it out.
      if (documents.getState().document !== document) return;
      void projects.getState().claim(documents.getState().project);
    }

    function refuse(failure: ParseFailure): void {
      const text = `${explain(failure)} ${t('file.untouched')}`;
      views.getState().notify({ tone: 'bad', text });
    }

    function sayUnread(): true {
      const text = `${t('file.unreadable')} ${t('file.untouched')}`;
      views.getState().notify({ tone: 'bad', text });
      return true;
    }

    const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;

    function explain(failure: ParseFailure): string {
      if (failure.code !== 'too-large') return t(`file.${failure.code}`, { ...failure });
      const { bytes, limit } = failure;
      return t('file.too-large', { megabytes: megabytes(bytes), limit: megabytes(limit) });
    }

    /** A network of another program, or advice about one; false where it is none. */
    async function readForeign(
      from: File | string,
      fileName: string,
      beside: readonly DroppedFile[],
    ): Promise<boolean> {
      const { openForeign, openModel } = await import('./open-model.ts');
      const canvas = window.document.querySelector('.react-flow');
      const view = { width: canvas?.clientWidth ?? 0, height: canvas?.clientHeight ?? 0 };
      const surroundings = { catalogue, t, fileName, beside, view };
      const opened = await (typeof from === 'string'
        ? openModel(from, surroundings)
        : openForeign(from, surroundings));
      if (!opened) return false;
      if (opened.document) openOwn(opened.document);
      views.getState().notify(opened.notice);
      return true;
    }

    async function read(file: File, beside: readonly DroppedFile[] = []): Promise<void> {
      views.getState().set({ notices: [] });
      const plain = /\.json$/i.test(file.name);
      if (!plain && (await readForeign(file, file.name, beside).catch(() => false))) return;
      if (file.size > MAX_FILE_BYTES) {
        refuse({ code: 'too-large', bytes: file.size, limit: MAX_FILE_BYTES });
        return;
      }
      let text: string;
      try {
        text = await file.text();
      } catch {
        sayUnread();
        return;
      }
      await readText(text, file.name, beside);
    }

    /** Opens the network that a text holds, of ours or of another program. */
    async function readText(
      text: string,
      from: string,
      beside: readonly DroppedFile[] = [],
    ): Promise<void> {
      const parsed = parseDocumentText(text);
      if (!parsed.ok) {
        const foreign = parsed.error.code === 'not-netwright';
        if (foreign && (await readForeign(text, from, beside).catch(sayUnread))) return;
        refuse(parsed.error);
        return;
      }
      if (!receive(parsed.value)) return;
      const name = words(parsed.value.meta.title) || from;
      views.getState().notify({ tone: 'info', text: t('file.opened', { name }) });
    }

    /** Opens what came from elsewhere, unless it has mistakes: then the person decides. */
    function receive(document: GraphDocument, from: 'file' | 'link' = 'file'): boolean {
      const { batchSize, balance } = document.training;
      const problems = compile(document.graph, catalogue, batchSize, balance).problems.filter(
        ({ severity }) => severity === 'error',
      );
      if (problems.length > 0) views.getState().set({ doubtful: { document, problems, from } });
      else openOwn(document);
      return problems.length === 0;
    }

    return {
      open,
      openOwn,
      read,
      readText,
      receive,
      /** Asks for a file. */
      pick: (): void => {
        const input = window.document.createElement('input');
        input.type = 'file';
        input.multiple = true;
        input.accept = '.json,application/json,.bin,.keras,.h5';
        input.onchange = () => {
          const files = [...(input.files ?? [])];
          // What is brought along with a network is its weights.
          const file = files.find(({ name }) => name.endsWith('.json')) ?? files[0];
          const beside = files.map((each) => ({ path: each.name, file: each }));
          if (file) void read(file, beside);
        };
        input.click();
      },
      /** Hands the document to the person as a `.json` file. */
      save: (): void => {
        const { document } = documents.getState();
        const blob = new Blob([printDocument(document)], { type: 'application/json' });
        saveBlob(blob, fileNameOf([words(document.meta.title)], 'json'));
      },
    };
  }, [documents, views, projects, catalogue, t, words]);
}
