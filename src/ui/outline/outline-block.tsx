import { Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStores, useView } from '../../state/stores.ts';
import { useBlockSummary } from '../canvas/nodes/use-block-summary.ts';
import { isSelected, selectThing } from '../edit/select-thing.ts';
import { EntryActions } from './entry-actions.tsx';
import { OutlineEntry } from './outline-entry.tsx';
import type { OutlineItem } from './outline-order.ts';

/** A block of the list: its name, what can be done with it, and its nodes unless it is collapsed. */
export function OutlineBlock({
  item,
  current,
}: {
  item: Extract<OutlineItem, { type: 'block' }>;
  /** The line that Tab leads to. */
  current: string | undefined;
}) {
  const { t } = useTranslation();
  const stores = useStores();
  const selection = useView((view) => view.selection);
  const summary = useBlockSummary(item.block);
  if (!summary) return null;
  const { name, layers, collapsed, output, isWrong } = summary;
  const selected = current === item.id && isSelected(stores, item.id);
  const shape = output === undefined ? '' : t('outline.shape', { shape: output });
  return (
    <li
      className={`rounded-card border ${selected ? 'border-accent' : 'border-line'} ${isWrong ? 'border-bad' : ''}`}
    >
      <button
        type="button"
        data-outline-node={item.id}
        tabIndex={item.id === current ? 0 : -1}
        aria-current={selected}
        aria-expanded={!collapsed}
        onFocus={() => selectThing(stores, item.id)}
        onClick={(event) => {
          selectThing(stores, item.id);
          // A press of a key or of a screen reader opens and closes it; that of a mouse only selects.
          const { locked, dispatch } = stores.documents.getState();
          if (event.detail > 0 || locked) return;
          dispatch([{ type: 'foldBlocks', ids: [item.block], collapsed: !collapsed }]);
        }}
        className="flex min-h-11 w-full items-start gap-2.5 rounded-card bg-surface px-3 py-2 text-left"
      >
        <Layers size={18} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        <span className="min-w-0">
          <span className="font-semibold">
            {t('outline.block', { name, layers: t('blocks.layers', { count: layers }) })}
          </span>{' '}
          <span className="text-ink-2">
            {[collapsed ? t('outline.folded') : '', shape].filter(Boolean).join(' ')}
          </span>
        </span>
      </button>
      {selected ? <EntryActions id={item.id} label={t('menu.node', { name })} menu="node" /> : null}
      {item.nodes.length > 0 ? (
        <ol aria-label={name} className="flex flex-col gap-1.5 p-1.5 pl-6">
          {item.nodes.map((id) => (
            <OutlineEntry
              key={id}
              id={id}
              reached={id === current}
              selected={id === current && selection.nodes.includes(id)}
            />
          ))}
        </ol>
      ) : null}
    </li>
  );
}
