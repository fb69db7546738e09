import { useStore } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Position as Place } from '../../../document/schema.ts';
import { useCompilation, useDocument, useStores, useView } from '../../../state/stores.ts';

/** How far the plus stands from its wire, in pixels. */
const ASIDE = 20;

/** A plus beside the wire that is pointed at or selected; it asks what to insert there. */
export function WirePlus() {
  const { t } = useTranslation();
  const { views } = useStores();
  const [selected, ...others] = useView((view) => view.selection.wires);
  const hovered = useHoveredWire();
  const id = hovered ?? (others.length === 0 ? selected : undefined);
  const wire = useDocument(({ document }) => document.graph.wires.find((each) => each.id === id));
  // Below a wire with a problem stands its note.
  const wrong = useCompilation(({ problems }) =>
    problems.some(({ at }) => 'wire' in at && at.wire === id),
  );
  const direction = useDocument(({ document }) => document.flow);
  const middle = useMiddle(wire?.id);
  if (!wire || wrong || !middle) return null;
  // Beside the wire, so that the wire itself can be pressed everywhere.
  const { x, y } =
    direction === 'down'
      ? { x: middle.x - ASIDE, y: middle.y }
      : { x: middle.x, y: middle.y + ASIDE };
  return (
    <button
      type="button"
      data-wire-plus={wire.id}
      aria-label={t('wiring.insert')}
      title={t('wiring.insert')}
      onClick={({ clientX, clientY }) =>
        views.getState().set({
          kindList: { place: { type: 'wire', wire: wire.id }, x: clientX, y: clientY },
        })
      }
      className="nodrag nopan pointer-events-auto absolute grid size-6 place-items-center rounded-full border border-line-strong bg-surface text-ink-2 shadow-card after:absolute after:-inset-1 after:rounded-full hover:border-accent hover:text-accent pointer-coarse:after:-inset-2.5"
      style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
    >
      <Plus size={14} aria-hidden />
    </button>
  );
}

/** The middle of a wire, looked up when it has been drawn: nodes follow the document, some of them slowly. */
function useMiddle(id: string | undefined): Place | undefined {
  const nodes = useStore((state) => (id === undefined ? undefined : state.nodes));
  const [middle, setMiddle] = useState<Place>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the wire is drawn follows from the nodes.
  useLayoutEffect(() => {
    const now = id === undefined ? undefined : middleOf(id);
    setMiddle((before) => (before && now?.x === before.x && now.y === before.y ? before : now));
  }, [id, nodes]);
  return middle;
}

/** The middle of a wire as it is drawn, in pixels of the canvas. */
function middleOf(id: string): Place | undefined {
  const path = document.querySelector<SVGPathElement>(
    `.react-flow__edge[data-id="${id}"] .react-flow__edge-path`,
  );
  if (!path) return undefined;
  const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
  return { x, y };
}

/** The wire below the mouse; it stays while the mouse is on its plus. */
function useHoveredWire(): string | undefined {
  const [wire, setWire] = useState<string>();
  useEffect(() => {
    const over = ({ target, pointerType, buttons }: PointerEvent): void => {
      if (pointerType !== 'mouse' || buttons !== 0 || !(target instanceof Element)) return;
      if (target.closest('[data-wire-plus]')) return;
      setWire(target.closest<SVGElement>('.react-flow__edge[data-id]')?.dataset['id']);
    };
    addEventListener('pointerover', over);
    return () => removeEventListener('pointerover', over);
  }, []);
  return wire;
}
