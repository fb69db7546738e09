import { Handle, type NodeProps, Position } from '@xyflow/react';
import { type CSSProperties, lazy, memo, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { arityOf } from '../../../compiler/check.ts';
import { nameOf } from '../../../compiler/resolve.ts';
import { formatShape } from '../../../core/shape.ts';
import { printShape } from '../../../core/tensor/print-tensor.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useCompilation, useDocument, useStores } from '../../../state/stores.ts';
import { stripHeight } from '../../../visualisations/activations/strip.ts';
import { isComputed, problemAt } from '../at-place.ts';
import { type FlowNode, nodeLabelId, nodeNoteId } from '../project.ts';
import { NodeBody } from './node-body.tsx';

const NodePicture = lazy(async () => ({
  default: (await import('../../../visualisations/activations/node-picture.tsx')).NodePicture,
}));
const NodeNote = lazy(async () => ({
  default: (await import('../../problems/node-note.tsx')).NodeNote,
}));
const NodeStrips = lazy(async () => ({ default: (await import('./node-strips.tsx')).NodeStrips }));

/** One node of any kind: its name, its key parameters, its arithmetic and what is wrong with it. */
export const NodeCard = memo(function NodeCard({
  id,
  selected,
  sourcePosition = Position.Right,
  targetPosition = Position.Left,
}: NodeProps<FlowNode>) {
  const { t } = useTranslation();
  const words = useWords();
  const { catalogue } = useStores();
  const node = useDocument(({ document }) =>
    Object.hasOwn(document.graph.nodes, id) ? document.graph.nodes[id] : undefined,
  );
  const { shapes, computed, pictured, problem } = useCompilation((known) => ({
    shapes: known.shapes.get(id),
    computed: known.ir !== undefined && isComputed(id, known),
    pictured: known.network?.source.spec.input.length === 3 && isComputed(id, known),
    problem: problemAt(id, known),
  }));
  if (!node) return null;
  const kind = catalogue.layers.get(node.kind);
  const name = words(kind ? nameOf(node, kind) : (node.name ?? node.kind));
  const params = kind?.params.safeParse(node.params).data;
  const face = kind && params ? kind.face(params) : undefined;
  const takesInput = !kind || arityOf(kind).max > 0;
  const givesOutput = kind?.role !== 'objective';
  const output =
    shapes && kind?.role !== 'objective'
      ? (kind?.role === 'calculation' ? printShape : formatShape)(shapes.output)
      : undefined;
  const wrong = problem?.severity === 'error';
  return (
    <article
      id={nodeLabelId(id)}
      aria-label={
        givesOutput ? t('canvas.node', { name, shape: output ?? t('canvas.shapeUnknown') }) : name
      }
      data-kind={node.kind}
      style={{ '--family': `var(--family-${kind?.family ?? 'data'})` } as CSSProperties}
      className={`relative min-h-[54px] w-[194px] rounded-card border bg-surface shadow-card ${wrong ? 'border-bad' : selected ? 'border-accent' : 'border-line'} ${selected ? 'ring-3 ring-accent-soft' : ''}`}
    >
      <i
        aria-hidden="true"
        className="absolute top-2.5 bottom-2.5 -left-px w-[3px] rounded-full"
        style={{ background: 'var(--family)' }}
      />
      {takesInput ? (
        <Handle type="target" position={targetPosition} title={t('canvas.input', { name })} />
      ) : null}
      <header className="flex items-baseline justify-between gap-2 px-3 pt-1.5">
        <b className="truncate font-semibold">{name}</b>
        {face && kind?.role !== 'objective' ? (
          <span className="num shrink-0 text-[13px] text-ink-3">{words(face)}</span>
        ) : null}
      </header>
      <div className="group/body px-3 pb-2 text-[13px] text-ink-2">
        {kind && params ? (
          <NodeBody id={id} kind={kind} params={params} weights={shapes?.weights ?? []} />
        ) : (
          t('canvas.unknownKind')
        )}
        {pictured && shapes && kind?.role !== 'objective' ? (
          <Suspense
            fallback={
              <span
                className="mt-1 block"
                style={{ height: stripHeight(shapes.output.length === 3) }}
              />
            }
          >
            <NodePicture id={id} name={name} isImage={shapes.output.length === 3} />
          </Suspense>
        ) : null}
        {computed && shapes && kind?.role !== 'objective' ? (
          <Suspense fallback={null}>
            <NodeStrips id={id} name={name} shape={shapes.output} weights={shapes.weights} />
          </Suspense>
        ) : null}
      </div>
      {givesOutput ? (
        <Handle type="source" position={sourcePosition} title={t('canvas.output', { name })} />
      ) : null}
      {problem ? (
        <Suspense fallback={null}>
          <NodeNote
            id={nodeNoteId(id)}
            node={id}
            problem={problem}
            flow={sourcePosition === Position.Bottom ? 'down' : 'right'}
          />
        </Suspense>
      ) : null}
    </article>
  );
});
