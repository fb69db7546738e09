import { Replace, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShape } from '../../core/shape.ts';
import { printShape } from '../../core/tensor/print-tensor.ts';
import { useWords } from '../../i18n/use-words.ts';
import {
  useCompilation,
  useDispatch,
  useDocument,
  useStores,
  useView,
} from '../../state/stores.ts';
import { PreparedImages } from '../../visualisations/prepared/view.tsx';
import { JudgementWords } from '../../visualisations/spread/judgement-words.tsx';
import { usePerform } from '../actions/use-perform.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { countWeights, weightArithmetic } from '../canvas/nodes/arithmetic.ts';
import { fieldOf } from '../edit/inspect.ts';
import { removeParts } from '../edit/parts.ts';
import { Button } from '../kit/button.tsx';
import { Field } from '../kit/field.tsx';
import { formatCount } from '../kit/format.ts';
import { Section } from '../kit/section.tsx';
import { typeSoon } from '../kit/type-soon.ts';
import { MendButtons } from '../problems/mend-buttons.tsx';
import { useProblemText } from '../problems/use-problem-text.ts';
import { TensorSection } from '../tensors/tensor-section.tsx';
import { NodeHelp } from './node-help.tsx';
import { ParamFields } from './param-fields.tsx';
import { WireList } from './wire-list.tsx';

/** One node: its name, its parameters, its shapes, its wires and what it does. */
export function NodeInspector({ id }: { id: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const dispatch = useDispatch();
  const stores = useStores();
  const perform = usePerform();
  const { catalogue, views } = stores;
  const { explain } = useProblemText();
  const node = useDocument(({ document }) =>
    Object.hasOwn(document.graph.nodes, id) ? document.graph.nodes[id] : undefined,
  );
  const shapes = useCompilation((compilation) => compilation.shapes.get(id));
  const problems = useCompilation((compilation) =>
    compilation.problems.filter(({ at }) => 'node' in at && at.node === id),
  );
  const spread = useView((view) => view.spread);
  const editing = useView((view) => view.editing === id);
  useEffect(() => {
    if (!editing) return;
    typeSoon(() => fieldOf(id, 'parameters'));
    views.getState().set({ editing: undefined });
  }, [editing, id, views]);
  if (!node) return null;
  const kind = catalogue.layers.get(node.kind);
  const print = kind?.role === 'calculation' ? printShape : formatShape;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads from any of its fields back
    <div
      data-inspector={id}
      className="pb-6"
      onKeyDown={(event) => {
        // What is typed is given up first, and is not written when its field is left.
        if (event.key === 'Escape') requestAnimationFrame(() => focusNode(id));
      }}
    >
      <div className="px-3.5 pb-2">
        <Field label={t('inspector.name')}>
          {({ id: field }) => (
            <input
              id={field}
              value={node.name ?? ''}
              placeholder={kind ? words(kind.title) : node.kind}
              maxLength={80}
              onChange={(event) =>
                dispatch([{ type: 'rename', id, name: event.target.value }], `rename ${id}`)
              }
              className="h-8 w-44 rounded-lg border border-line bg-surface px-2 placeholder:text-ink-3"
            />
          )}
        </Field>
        {problems.map((problem, i) => (
          <p
            key={`${problem.code} ${i}`}
            className={`mt-1 rounded-lg border px-2.5 py-1.5 ${
              problem.severity === 'error' ? 'border-bad text-bad' : 'border-line text-ink-2'
            }`}
          >
            {explain(problem)} <MendButtons problem={problem} />
          </p>
        ))}
        {spread ? <JudgementWords id={id} /> : null}
      </div>
      {kind ? (
        <>
          <Section
            title={t('inspector.parameters')}
            remark={
              shapes && shapes.inputs.length > 0 && kind.role !== 'objective'
                ? t('inspector.shapes', {
                    from: shapes.inputs.map(print).join(', '),
                    to: print(shapes.output),
                  })
                : undefined
            }
          >
            <ParamFields id={id} kind={kind} node={node} />
            {shapes && shapes.weights.length > 0 ? (
              <p className="num mt-2 text-right text-[13px] text-ink-2">
                {weightArithmetic(shapes.weights)} = {formatCount(countWeights(shapes.weights))}
              </p>
            ) : null}
          </Section>
          {kind.role === 'source' ? <PreparedImages /> : null}
          {kind.role === 'calculation' ? <TensorSection id={id} /> : null}
          <WireList id={id} kind={kind} />
          <NodeHelp kind={kind} />
        </>
      ) : (
        <p className="px-3.5 text-ink-2">{t('inspector.unknownKind', { kind: node.kind })}</p>
      )}
      <div className="flex gap-2 border-t border-line px-3.5 pt-3">
        <Button
          look="outline"
          onClick={({ currentTarget }) => {
            const { left: x, top: y } = currentTarget.getBoundingClientRect();
            views.getState().set({ kindList: { place: { type: 'swap', node: id }, x, y } });
          }}
        >
          <Replace size={14} aria-hidden />
          {t('wiring.swap')}
        </Button>
        <Button
          look="outline"
          onClick={() =>
            perform({ run: () => removeParts(stores, { nodes: [id], wires: [] }) }, id)
          }
        >
          <Trash2 size={14} aria-hidden />
          {t('inspector.remove')}
        </Button>
      </div>
    </div>
  );
}
