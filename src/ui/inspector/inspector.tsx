import { useTranslation } from 'react-i18next';
import { useView } from '../../state/stores.ts';
import { NodeInspector } from './node-inspector.tsx';

/** What is known of the selected node, and how to change it. */
export function Inspector() {
  const { t } = useTranslation();
  const { nodes } = useView((view) => view.selection);
  const [only, ...others] = nodes;
  if (only !== undefined && others.length === 0) return <NodeInspector key={only} id={only} />;
  return (
    <p className="px-3.5 py-2 text-ink-2">
      {nodes.length > 1 ? t('inspector.many', { count: nodes.length }) : t('inspector.none')}
    </p>
  );
}
