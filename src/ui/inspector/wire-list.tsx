import { X } from 'lucide-react';
import { memo, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '../../compiler/told-apart.ts';
import type { Command } from '../../document/commands.ts';
import type { Graph } from '../../document/schema.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import { useDocument, useStores } from '../../state/stores.ts';
import { usePerform } from '../actions/use-perform.ts';
import { useDisplayName } from '../canvas/nodes/use-display-name.ts';
import { openTo, planConnection } from '../edit/plan-connection.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { Section } from '../kit/section.tsx';
import { Select } from '../kit/select.tsx';

/** A node's wires, and a way to draw one without a pointer. */
export function WireList({ id, kind }: { id: string; kind: LayerKind }) {
  const { t } = useTranslation();
  const { catalogue, documents } = useStores();
  const perform = usePerform();
  const dispatch = (commands: readonly Command[]): void =>
    perform({ run: () => documents.getState().dispatch(commands) }, id);
  const name = useDisplayName();
  const graph = useDocument(({ document }) => document.graph);
  const wires = graph.wires.filter(({ from, to }) => from === id || to === id);
  const incoming = wires.filter(({ to }) => to === id);
  // Of a large network it takes long to say where else it may lead: that follows an edit when the page is idle.
  const settled = useDeferredValue(graph);
  const targets = useMemo(() => openTo(settled, catalogue, id), [settled, catalogue, id]);
  const canGoOn = kind.role !== 'objective' && targets.length > 0;
  if (wires.length === 0 && !canGoOn) return null;
  return (
    <Section title={t('inspector.wires')}>
      <ul>
        {wires.map((wire) => (
          <li key={wire.id} className="flex items-center justify-between">
            {wire.to === id
              ? t('inspector.from', { name: name(wire.from) })
              : t('inspector.to', { name: name(wire.to) })}
            <IconButton
              label={t('inspector.removeWire')}
              onClick={({ currentTarget }) => {
                focusBeside(currentTarget);
                dispatch([{ type: 'disconnect', wires: [wire.id] }]);
              }}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      {incoming.length > 1 ? (
        <Button
          look="link"
          onClick={() =>
            dispatch([
              { type: 'disconnect', wires: incoming.map((wire) => wire.id) },
              ...[...incoming.slice(0, 2).reverse(), ...incoming.slice(2)].map(
                ({ from, to }) => ({ type: 'connect', from, to }) as const,
              ),
            ])
          }
        >
          {t('tensor.swap')}
        </Button>
      ) : null}
      <ConnectTo id={id} graph={settled} targets={targets} />
    </Section>
  );
}

/** The nodes that a wire may lead to, by name. */
const ConnectTo = memo(function ConnectTo({
  id,
  graph,
  targets,
}: {
  id: string;
  graph: Graph;
  targets: readonly string[];
}) {
  const { t } = useTranslation();
  const words = useWords();
  const { catalogue, documents } = useStores();
  const perform = usePerform();
  const options = [
    { value: '', title: t('inspector.connectTo') },
    ...targets.map((value) => ({ value, title: words(displayName(graph, value, catalogue)) })),
  ];
  return (
    <Select
      label={t('inspector.connectTo')}
      value=""
      options={options}
      onChange={(target) => {
        const { document, dispatch } = documents.getState();
        const plan = planConnection(document.graph, catalogue, id, target);
        if (plan.ok) perform({ run: () => dispatch(plan.value) }, id);
      }}
    />
  );
});

/** Hands the focus on to the wire below, or above, before the line of a button is gone. */
function focusBeside(button: HTMLElement): void {
  const line = button.closest('li');
  const next = line?.nextElementSibling ?? line?.previousElementSibling;
  next?.querySelector('button')?.focus();
}
