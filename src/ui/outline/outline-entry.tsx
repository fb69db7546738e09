import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import { useCompilation, useDocument, useStores } from '../../state/stores.ts';
import { useNodeSpeech } from '../canvas/nodes/use-node-speech.ts';
import { inspectNode } from '../edit/inspect.ts';
import { FamilyIcon } from '../palette/family-icon.tsx';
import { MendButtons } from '../problems/mend-buttons.tsx';
import { useProblemText } from '../problems/use-problem-text.ts';
import { EntryActions } from './entry-actions.tsx';

/** One node of the list: what it is, where it comes from and goes to, what is wrong, what can be done. */
export const OutlineEntry = memo(function OutlineEntry({
  id,
  reached,
  selected,
}: {
  id: string;
  /** Whether Tab leads to it; the arrow keys lead to the others. */
  reached: boolean;
  selected: boolean;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const { views, documents, catalogue } = useStores();
  const { explain } = useProblemText();
  const speech = useNodeSpeech(id);
  const kind = useDocument(({ document }) =>
    catalogue.layers.get(document.graph.nodes[id]?.kind ?? ''),
  );
  const problems = useCompilation((compilation) =>
    compilation.problems.filter(({ at }) => 'node' in at && at.node === id),
  );
  const select = (): void => views.getState().select([id]);
  return (
    <li
      className={`rounded-card border bg-surface ${selected ? 'border-accent' : 'border-line'} ${problems.some(({ severity }) => severity === 'error') ? 'border-bad' : ''}`}
    >
      <button
        type="button"
        data-outline-node={id}
        tabIndex={reached ? 0 : -1}
        aria-current={selected}
        onFocus={select}
        onClick={(event) => {
          select();
          // A press of a key or of a screen reader edits; that of a mouse only selects.
          if (event.detail > 0 || documents.getState().locked) return;
          inspectNode({ views }, id, 'parameters');
        }}
        className="flex min-h-11 w-full items-start gap-2.5 rounded-card px-3 py-2 text-left"
      >
        {kind ? <FamilyIcon family={kind.family} /> : null}
        <span className="min-w-0">
          <span className="font-semibold">{speech.what}</span>{' '}
          <span className="text-ink-2">{speech.place}</span>
          {problems.map((problem, i) => (
            <span
              key={`${problem.code} ${i}`}
              className={`block ${problem.severity === 'error' ? 'text-bad' : 'text-ink-2'}`}
            >
              {explain(problem)}
            </span>
          ))}
        </span>
      </button>
      {problems.some(({ fixes }) => fixes.length > 0) ? (
        <div className="flex flex-wrap gap-3 px-3 pb-2 pl-[46px]">
          {problems.map((problem, i) => (
            <MendButtons key={`${problem.code} ${i}`} problem={problem} />
          ))}
        </div>
      ) : null}
      {selected ? (
        <EntryActions id={id} label={t('menu.node', { name: words(speech.name) })} menu="node" />
      ) : null}
    </li>
  );
});
