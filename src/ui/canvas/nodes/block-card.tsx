import { Handle, type NodeProps, Position } from '@xyflow/react';
import { Layers, Maximize2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDocument, useStores } from '../../../state/stores.ts';
import { usePerform } from '../../actions/use-perform.ts';
import { selectThing } from '../../edit/select-thing.ts';
import { IconButton } from '../../kit/button.tsx';
import { formatCount } from '../../kit/format.ts';
import { type FlowNode, nodeLabelId, nodeNoteId } from '../project.ts';
import { blockOfCard } from './folded.ts';
import { useBlockSummary } from './use-block-summary.ts';

/** A collapsed block: one card for all its nodes. */
export default function BlockCard({
  id: card,
  selected,
  sourcePosition = Position.Right,
  targetPosition = Position.Left,
}: NodeProps<FlowNode>) {
  const { t } = useTranslation();
  const stores = useStores();
  const perform = usePerform();
  const id = blockOfCard(card) ?? '';
  const locked = useDocument((state) => state.locked);
  const block = useBlockSummary(id);
  if (!block) return null;
  const { name, layers, weights, output } = block;
  const kept = t('blocks.layers', { count: layers });
  return (
    <article
      id={nodeLabelId(card)}
      aria-label={t('blocks.card', {
        name,
        layers: kept,
        shape: output ?? t('canvas.shapeUnknown'),
      })}
      data-block={id}
      className={`relative min-h-[54px] w-[194px] rounded-card border bg-surface shadow-card ${block.isWrong ? 'border-bad' : selected ? 'border-accent' : 'border-line'} ${selected ? 'ring-3 ring-accent-soft' : ''}`}
    >
      <i
        aria-hidden="true"
        className="absolute inset-x-1.5 -bottom-[5px] -z-10 h-2.5 rounded-b-card border border-t-0 border-line bg-surface-2"
      />
      {block.inputs.length > 0 ? (
        <Handle
          type="target"
          position={targetPosition}
          title={t('canvas.input', { name })}
          isConnectable={block.inputs.length === 1}
        />
      ) : null}
      <header className="flex items-center gap-2 pt-0.5 pr-1 pl-3">
        <Layers size={14} aria-hidden className="shrink-0 text-accent" />
        <b className="min-w-0 flex-1 truncate font-semibold">{name}</b>
        {locked ? null : (
          <span className="nodrag">
            <IconButton
              label={t('blocks.expandNamed', { name })}
              onClick={() => {
                selectThing(stores, card);
                perform('foldBlock', card);
              }}
            >
              <Maximize2 size={13} aria-hidden />
            </IconButton>
          </span>
        )}
      </header>
      <div className="px-3 pb-2 text-[13px] text-ink-2">
        <span className="block">
          {kept}
          {output === undefined ? null : <span className="num"> → {output}</span>}
        </span>
        <span className="block">
          {t('canvas.parametersBefore')}
          <span className="num">{formatCount(weights)}</span>
          {t('canvas.parametersAfter', { count: weights })}
        </span>
      </div>
      {block.isWrong ? (
        <span id={nodeNoteId(card)} hidden>
          {t('blocks.wrong')}
        </span>
      ) : null}
      {block.outputs.length > 0 ? (
        <Handle
          type="source"
          position={sourcePosition}
          title={t('canvas.output', { name })}
          isConnectable={block.outputs.length === 1}
        />
      ) : null}
    </article>
  );
}
