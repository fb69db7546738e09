import { BookmarkPlus, Maximize2, Minimize2, Trash2, Ungroup } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_BLOCK_NAME } from '../../document/block-schema.ts';
import { useDispatch, useStores, useView } from '../../state/stores.ts';
import { usePerform } from '../actions/use-perform.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { cardId } from '../canvas/nodes/folded.ts';
import { useBlockSummary } from '../canvas/nodes/use-block-summary.ts';
import { nameBlock } from '../edit/inspect.ts';
import { useBlocks } from '../edit/use-blocks.ts';
import { Button } from '../kit/button.tsx';
import { Field } from '../kit/field.tsx';
import { formatCount } from '../kit/format.ts';
import { Section } from '../kit/section.tsx';
import { RepeatField } from './repeat-field.tsx';

/** A block: its name, what goes in and out, and what can be done with it as a whole. */
export function BlockPanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const perform = usePerform();
  const { keep } = useBlocks();
  const { views } = useStores();
  const summary = useBlockSummary(id);
  const editing = useView((view) => view.editing === cardId(id));
  useEffect(() => {
    if (!editing) return;
    nameBlock({ views }, id);
    views.getState().set({ editing: undefined });
  }, [editing, id, views]);
  if (!summary) return null;
  const { name, collapsed, layers, weights, input, output } = summary;
  return (
    <div className="pb-4">
      <div className="px-3.5 pb-2">
        <Field label={t('blocks.name')}>
          {({ id: field }) => (
            <input
              id={field}
              data-name-of={id}
              value={name}
              maxLength={MAX_BLOCK_NAME}
              onChange={(event) =>
                dispatch([{ type: 'renameBlock', id, name: event.target.value }], `rename ${id}`)
              }
              onKeyDown={({ key, nativeEvent }) => {
                if (nativeEvent.isComposing || (key !== 'Enter' && key !== 'Escape')) return;
                requestAnimationFrame(() => focusNode(cardId(id)));
              }}
              className="h-8 w-44 rounded-lg border border-line bg-surface px-2"
            />
          )}
        </Field>
        <p className="text-ink-2">
          {t('blocks.layers', { count: layers })} · {t('canvas.parametersBefore')}
          <span className="num">{formatCount(weights)}</span>
          {t('canvas.parametersAfter', { count: weights })}
        </p>
        {input !== undefined && output !== undefined ? (
          <p className="num mt-1 text-[13px] text-ink-2">
            {t('inspector.shapes', { from: input, to: output })}
          </p>
        ) : null}
      </div>
      <Section title={t('blocks.whole')}>
        <div className="flex flex-wrap gap-2">
          <Button look="outline" onClick={() => perform('foldBlock', cardId(id))}>
            {collapsed ? <Maximize2 size={14} aria-hidden /> : <Minimize2 size={14} aria-hidden />}
            {t(collapsed ? 'blocks.expand' : 'blocks.collapse')}
          </Button>
          <Button look="outline" onClick={() => perform('ungroup', cardId(id))}>
            <Ungroup size={14} aria-hidden />
            {t('blocks.ungroup')}
          </Button>
          <Button look="outline" onClick={() => keep(id)}>
            <BookmarkPlus size={14} aria-hidden />
            {t('blocks.keep')}
          </Button>
          <Button look="outline" onClick={() => perform('remove', cardId(id))}>
            <Trash2 size={14} aria-hidden />
            {t('blocks.remove')}
          </Button>
        </div>
      </Section>
      <RepeatField id={id} />
    </div>
  );
}
