import { useTranslation } from 'react-i18next';
import { blockMadeOf } from '../../document/block-queries.ts';
import { useDocument, useView } from '../../state/stores.ts';
import { BlockPanel } from './block-panel.tsx';
import { NodeInspector } from './node-inspector.tsx';
import { SelectionPanel } from './selection-panel.tsx';

/** What is known of the selected node or block, and how to change it. */
export function Inspector() {
  const { t } = useTranslation();
  const { nodes } = useView((view) => view.selection);
  const block = useDocument(({ document }) => blockMadeOf(document, nodes));
  const [only, ...others] = nodes;
  if (only === undefined) return <p className="px-3.5 py-2 text-ink-2">{t('inspector.none')}</p>;
  return (
    <>
      {block === undefined ? null : <BlockPanel key={block} id={block} />}
      {others.length === 0 ? <NodeInspector key={only} id={only} /> : null}
      {others.length > 0 && block === undefined ? <SelectionPanel /> : null}
    </>
  );
}
