import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompilation, useDocument, useStores, useView } from '../../state/stores.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { isSelected } from '../edit/select-thing.ts';
import { Button } from '../kit/button.tsx';
import { OutlineBlock } from './outline-block.tsx';
import { OutlineEntry } from './outline-entry.tsx';
import { OutlineNote } from './outline-note.tsx';
import { linesOf, outlineOf } from './outline-order.ts';

/** The network as a list along its wires: all that the canvas shows and does, in words. */
export function Outline() {
  const { t } = useTranslation();
  const stores = useStores();
  const { views } = stores;
  const document = useDocument((state) => state.document);
  const { graph } = document;
  const selected = useView(({ selection }) => selection.nodes);
  useView(({ selection }) => selection.notes);
  const ready = useCompilation(({ ir }) => ir !== undefined);
  const items = useMemo(() => outlineOf(document), [document]);
  const order = useMemo(() => linesOf(items), [items]);
  // A block before its nodes: where all of it is selected, it is what is meant.
  const current = order.find((id) => isSelected(stores, id)) ?? order[0];

  const latest = useRef(current);
  useEffect(() => {
    latest.current = current;
  }, [current]);
  useEffect(() => {
    if (latest.current !== undefined) focusNode(latest.current);
    // When the list is gone, however it was closed, the canvas takes the focus.
    return () => {
      requestAnimationFrame(() => {
        const isFree = window.document.activeElement === window.document.body;
        if (isFree && latest.current !== undefined) focusNode(latest.current);
      });
    };
  }, []);
  const close = (): void => views.getState().set({ outline: false });

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
      return;
    }
    const { target } = event;
    const here = target instanceof HTMLElement ? target.dataset['outlineNode'] : undefined;
    const at = order.indexOf(here ?? '');
    const places: Partial<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: order.length - 1,
    };
    const next = order[places[event.key] ?? -1];
    if (at < 0 || event.shiftKey || event.altKey || !(event.key in places)) return;
    event.preventDefault();
    if (next !== undefined) focusNode(next);
  }

  return (
    <main
      aria-label={t('outline.title')}
      data-outline
      onKeyDown={press}
      className="absolute inset-0 z-20 overflow-y-auto bg-bg px-5 py-4"
    >
      <div className="mx-auto max-w-3xl">
        <div className="flex items-baseline justify-between gap-4">
          <h2 className="text-lg font-semibold">{t('outline.title')}</h2>
          <Button look="outline" onClick={close}>
            {t('outline.close')}
          </Button>
        </div>
        <p className="mt-0.5 mb-3 text-ink-2">
          {t('outline.summary', {
            nodes: Object.keys(graph.nodes).length,
            wires: graph.wires.length,
          })}{' '}
          {ready ? t('outline.ready') : t('run.notReady')}
        </p>
        {order.length === 0 ? <p>{t('canvas.empty')}</p> : null}
        <ol className="flex flex-col gap-1.5">
          {items.map((item) => {
            const { id } = item;
            if (item.type === 'block')
              return <OutlineBlock key={id} item={item} current={current} />;
            if (item.type === 'note')
              return <OutlineNote key={id} id={id} reached={id === current} />;
            return (
              <OutlineEntry
                key={id}
                id={id}
                reached={id === current}
                selected={selected.includes(id)}
              />
            );
          })}
        </ol>
        <p className="mt-4 text-[13px] text-ink-3">{t('outline.hint')}</p>
      </div>
    </main>
  );
}
