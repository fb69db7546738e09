import { useTranslation } from 'react-i18next';
import { useCompilation, useDocument, useView } from '../../state/stores.ts';
import { useDisplayName } from '../canvas/nodes/use-display-name.ts';
import { TensorSection } from './tensor-section.tsx';

/** What a calculation gives: the selected steps in full, or those that nothing reads. */
export function TensorPanel() {
  const { t } = useTranslation();
  const name = useDisplayName();
  const graph = useDocument(({ document }) => document.graph);
  const values = useCompilation((compilation) => compilation.values);
  const selected = useView((view) => view.selection.nodes);
  const chosen = selected.filter((id) => values.has(id));
  const read = new Set(graph.wires.map(({ from }) => from));
  const ends = [...values.keys()].filter((id) => !read.has(id));
  const shown = chosen.length > 0 ? chosen : ends;
  return (
    <>
      {chosen.length === 0 ? (
        <p className="px-3.5 pb-2 text-ink-2">
          {values.size > 0 ? t('tensor.pick') : t('tensor.none')}
        </p>
      ) : null}
      {shown.map((id) => (
        <TensorSection key={id} id={id} title={name(id)} />
      ))}
    </>
  );
}
