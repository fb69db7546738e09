import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LINK_MARK } from '../../document/link-mark.ts';
import { printLink } from '../../document/link-text.ts';
import type { GraphDocument } from '../../document/schema.ts';
import { writeLink } from '../../state/page-link.ts';
import { useStores } from '../../state/stores.ts';

/**
 * In a page that is a picture within another one: says at the first change of each network that was opened, in the
 * language of that moment, that it goes with the page, and how to take it along.
 */
export function useUnkeptEdits(): void {
  const { documents, study, views } = useStores();
  const { t } = useTranslation();
  const { document } = documents.getState();
  // The network as it was opened, until a change of it was spoken of: a change of language does not end the wait.
  const opened = useRef<GraphDocument | undefined>(document);
  useEffect(
    () =>
      documents.subscribe(({ document, origin }, before) => {
        const { fixed, framed } = study.getState();
        if (!framed || fixed) return;
        if (origin !== before.origin) opened.current = document;
        if (!opened.current || document === opened.current) return;
        opened.current = undefined;
        const openTab = (): void => {
          const { document: now } = documents.getState();
          const address = writeLink(location, {}).replace(/\?$/, '');
          window.open(`${address}${LINK_MARK}${printLink({ document: now })}`, '_blank');
        };
        const action = { label: t('share.openTab'), run: openTab };
        views.getState().notify({ tone: 'info', text: t('share.embedded'), stays: true, action });
      }),
    [documents, study, views, t],
  );
}
