import { useStore, useStoreApi } from '@xyflow/react';
import { Lightbulb, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { Hint, HintName } from '../../state/hints.ts';
import { useStores } from '../../state/stores.ts';
import { freeSide, type HintSide, hintRect, hintSize } from './hint-place.ts';
import { watchHints } from './watch-hints.ts';

/** The hint that is due, beside the node it belongs to; where it would cover something, it waits. */
export function Hints() {
  const stores = useStores();
  const flow = useStoreApi();
  const [hint, setHint] = useState<Hint & { readonly side: HintSide }>();
  useEffect(
    () =>
      watchHints(stores, flow, (due) => {
        const side = due && freeSide(flow.getState(), due.node, speaksOfPort(due.name), panels());
        setHint(due && side && { ...due, side });
      }),
    [stores, flow],
  );
  return hint ? <Bubble {...hint} /> : null;
}

/** A quiet bubble: the pointer passes through all of it but the button that closes it. */
function Bubble({ name, node, side }: Hint & { side: HintSide }) {
  const { t } = useTranslation();
  const { views } = useStores();
  const place = useStore(useShallow((state) => hintRect(state, node, side, speaksOfPort(name))));
  if (!place) return null;
  const close = (): void => {
    const { hintsGone, set } = views.getState();
    set({ hintsGone: [...hintsGone, name] });
  };
  return (
    <div
      role="note"
      data-hint={name}
      aria-label={t('hint.label')}
      className="pointer-events-none absolute top-0 left-0 z-10 flex"
      style={{
        width: hintSize.width,
        height: hintSize.height,
        transform: `translate(${Math.round(place.x)}px, ${Math.round(place.y)}px)`,
        alignItems: aligned[side],
        justifyContent: side === 'left' ? 'end' : side === 'right' ? 'start' : 'center',
      }}
    >
      <div className="flex items-start gap-2 rounded-lg border border-line bg-surface py-1.5 pr-1 pl-2.5 text-[13px] leading-snug text-ink-2 shadow-card">
        <Lightbulb size={15} aria-hidden className="mt-1 shrink-0 text-accent" />
        <p className="py-0.5">{t(`hint.${name}`)}</p>
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('hint.close')}
          title={t('hint.close')}
          onClick={close}
          className="pointer-events-auto relative grid size-6 shrink-0 place-items-center rounded text-ink-3 hover:bg-surface-2 hover:text-ink pointer-coarse:after:absolute pointer-coarse:after:-inset-2.5"
        >
          <X size={14} aria-hidden />
        </button>
      </div>
    </div>
  );
}

const speaksOfPort = (name: HintName): boolean => name === 'wire' || name === 'fits';

const aligned = { below: 'start', above: 'end', right: 'center', left: 'center' } as const;

/** What lies over the canvas, from its corner. */
function panels() {
  const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (!canvas) return [];
  const all = document.querySelectorAll('.react-flow__panel, [data-problem], [role="toolbar"]');
  return [...all].map((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return { x: x - canvas.x, y: y - canvas.y, width, height };
  });
}
