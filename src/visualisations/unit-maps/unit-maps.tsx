import {
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useStores, useView } from '../../state/stores.ts';
import { isNarrow } from '../../ui/kit/use-narrow.ts';
import { useScale } from '../plane-colouring.ts';
import { paintBoundary } from '../plane-paint.ts';
import { STRIP } from '../strip-width.ts';
import { useSame } from '../use-same.ts';
import type { UnitMaps, UnitMapsPicture } from './probe.ts';
import { mapLeft, mapReach, mapSide, shownUnits } from './strip.ts';

/** A layer's units side by side, each as what it gives over the plane; one that is pointed at fills the boundary. */
export function UnitMapRow({ id, name, total }: { id: string; name: string; total: number }) {
  const { t } = useTranslation();
  const { views } = useStores();
  const looked = useView(({ unit }) => (unit?.node === id ? unit.index : undefined));
  const [reached, setReached] = useState(0);
  const row = useRef<HTMLDivElement>(null);
  const shown = shownUnits(total);
  const side = mapSide(total);
  // A sheet over the canvas shows the unit that it was opened for, wherever the finger and the focus are.
  const held = useRef(false);
  const sheetOpen = useView((view) => view.rightOpen);
  useEffect(() => {
    if (!sheetOpen) held.current = false;
  }, [sheetOpen]);
  const look = (index: number | undefined): void => {
    if (index === undefined && held.current) return;
    views.getState().set({ unit: index === undefined ? undefined : { node: id, index } });
  };
  const showLarge = (index: number): void => {
    if (!isNarrow()) return;
    look(index);
    held.current = true;
    views.getState().set({ rightOpen: true, rightTab: 'see' });
  };
  // What is pointed at may go while the pointer rests on it.
  useEffect(
    () => () => {
      if (views.getState().unit?.node === id) views.getState().set({ unit: undefined });
    },
    [views, id],
  );

  function walk(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.currentTarget.closest<HTMLElement>('.react-flow__node')?.focus();
    }
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.max(0, Math.min(shown - 1, reached + by));
    setReached(next);
    row.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div
      ref={row}
      role="toolbar"
      aria-label={t('unitMaps.of', { name })}
      className="relative mt-1"
      style={{ width: STRIP, height: side }}
      data-testid="unit-maps"
      data-inner
      onKeyDown={walk}
    >
      <Maps id={id} total={total} />
      {Array.from({ length: shown }, (_, index) => (
        <button
          key={`unit ${index + 1}`}
          type="button"
          // Tab goes along the wires; U leads in here.
          tabIndex={-1}
          data-reached={index === reached || undefined}
          aria-label={t('unitMaps.unit', { unit: index + 1, name })}
          title={t('unitMaps.unit', { unit: index + 1, name })}
          className={`absolute rounded-[3px] pointer-coarse:before:absolute pointer-coarse:before:inset-x-(--reach) pointer-coarse:before:-top-[5px] pointer-coarse:before:-bottom-[18px] ${looked === index ? 'outline-2 outline-accent' : ''}`}
          style={
            {
              left: mapLeft(index, total),
              width: side,
              height: side,
              '--reach': `${-mapReach(total)}px`,
            } as CSSProperties
          }
          onClick={() => showLarge(index)}
          onPointerEnter={() => look(index)}
          onPointerLeave={() => look(undefined)}
          onFocus={() => {
            setReached(index);
            look(index);
          }}
          onBlur={() => look(undefined)}
        />
      ))}
      {total > shown ? (
        <span
          className="num absolute grid place-items-center text-[13px] text-ink-2"
          style={{ left: mapLeft(shown, total) - 2, height: side }}
          title={t('unitMaps.more', { count: total - shown })}
        >
          +{total - shown}
        </span>
      ) : null}
    </div>
  );
}

/** The maps themselves, as they come: nothing else in the node is drawn anew for them. */
function Maps({ id, total }: { id: string; total: number }) {
  const maps = useSame(
    ({ frame, ready }) =>
      (ready ? (frame?.pictures['unit-maps'] as UnitMapsPicture | undefined) : undefined)?.[id],
  );
  const canvas = useRef<HTMLCanvasElement>(null);
  usePainted(canvas, maps, total);
  return (
    <canvas
      ref={canvas}
      aria-hidden
      className="pointer-events-none absolute inset-0 block size-full"
    />
  );
}

/** Keeps a canvas showing the maps as they come. */
function usePainted(
  canvas: RefObject<HTMLCanvasElement | null>,
  maps: UnitMaps | undefined,
  total: number,
): void {
  const paint = useScale(maps?.range);
  const side = mapSide(total);
  const room = useMemo(() => document.createElement('canvas'), []);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const width = Math.round(STRIP * devicePixelRatio);
    const height = Math.round(side * devicePixelRatio);
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
    context.setTransform(width / STRIP, 0, 0, height / side, 0, 0);
    context.clearRect(0, 0, STRIP, side);
    if (!maps) return;
    const { size, values } = maps;
    room.width = size;
    room.height = size;
    const shown = Math.min(maps.shown, shownUnits(total));
    for (let unit = 0; unit < shown; unit++) {
      const map = values.subarray(unit * size * size, (unit + 1) * size * size);
      room
        .getContext('2d')
        ?.putImageData(paintBoundary({ size, width: 1, values: map }, paint), 0, 0);
      context.drawImage(room, mapLeft(unit, total), 0, side, side);
    }
  }, [canvas, maps, paint, side, total, room]);
}
