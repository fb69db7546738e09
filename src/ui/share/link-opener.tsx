import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { compile } from '../../compiler/compile.ts';
import { LINK_MARK } from '../../document/link-mark.ts';
import { type LinkFailure, parseLink } from '../../document/link-text.ts';
import type { GraphDocument } from '../../document/schema.ts';
import { useWords } from '../../i18n/use-words.ts';
import { fullCatalogue } from '../../layers/tensors/index.ts';
import { unrollRun } from '../../state/link-run.ts';
import { comeBack } from '../../state/projects/come-back.ts';
import { useStores } from '../../state/stores.ts';
import { useFiles } from '../files/use-files.ts';
import { useUnkeptEdits } from './use-unkept-edits.ts';

/**
 * Opens the network that the address holds, now and whenever the address changes. Once that is settled, the
 * address loses it, or a reload would undo what was edited since; where nothing is kept, it stays.
 */
export function LinkOpener(): null {
  const { documents, runs, views, study, projects, catalogue } = useStores();
  const { receive, pick } = useFiles();
  const { t } = useTranslation();
  const words = useWords();
  // Until every kind is here, a network would seem to be made of unknown ones.
  const isReady = catalogue.layers === fullCatalogue;
  const followed = useRef('');
  useUnkeptEdits();
  useEffect(() => {
    if (!isReady) return;
    const { notify } = views.getState();
    /** A page for looking only, or within another page, shows what its address holds, and nothing of the person's. */
    const isPicture = (): boolean => {
      const { fixed, framed } = study.getState();
      return fixed || framed;
    };

    function refuse(failure: LinkFailure): void {
      const text = `${t(`share.${failure.code}`, { ...failure })} ${t('share.askAgain')}`;
      notify({ tone: 'bad', text, action: { label: t('share.openFile'), run: pick } });
    }

    function settle(): void {
      if (isPicture()) return;
      history.replaceState(history.state, '', `${location.pathname}${location.search}`);
    }

    function follow(): void {
      const { hash } = location;
      if (!hash.startsWith(LINK_MARK) || hash === followed.current) return;
      followed.current = hash;
      const read = parseLink(hash.slice(LINK_MARK.length));
      if (!read.ok) {
        refuse(read.error);
        return;
      }
      const { document, run } = read.value;
      const left = documents.getState();
      const name = words(document.meta.title) || t('app.untitled');
      if (!run && isSame(left.document, document)) {
        if (!isPicture()) notify({ tone: 'info', text: t('share.already') });
        settle();
        return;
      }
      const { graph, training } = document;
      const { ir } = compile(graph, catalogue, training.batchSize, training.balance);
      const checkpoint = run && ir && unrollRun(ir, run);
      if (checkpoint) runs.getState().resumeWith(checkpoint, document);
      let isOpened = false;
      documents.getState().lift(['lecture', 'fixed'], () => {
        isOpened = receive(document, 'link');
      });
      if (isOpened && isPicture()) {
        documents.temporal.getState().clear();
        if (run && !checkpoint) notify({ tone: 'info', text: t('share.weightsLeft') });
        return;
      }
      if (isOpened) {
        const back = (): void => void comeBack({ documents, projects }, left);
        const action = { label: t('link.bringBack'), run: back };
        const lacks = run && !checkpoint ? ` ${t('share.weightsLeft')}` : '';
        notify({ tone: 'info', text: `${t('share.opened', { name })}${lacks}`, action });
        settle();
        return;
      }
      const stop = views.subscribe(({ doubtful }) => {
        if (doubtful?.document === document) return;
        stop();
        if (!isPicture()) settle();
        else if (documents.getState().document === document) documents.temporal.getState().clear();
      });
    }

    const change = (): void => {
      followed.current = '';
      follow();
    };
    follow();
    addEventListener('hashchange', change);
    return () => removeEventListener('hashchange', change);
  }, [isReady, catalogue, documents, runs, views, study, projects, receive, pick, t, words]);
  return null;
}

/** Whether nothing would change on screen, comments and places included. */
const isSame = (a: GraphDocument, b: GraphDocument): boolean => inOrder(a) === inOrder(b);

/** A document as text, whatever order its parts came to be in. */
const inOrder = (document: GraphDocument): string =>
  JSON.stringify(document, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
