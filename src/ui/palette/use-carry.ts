import { type MouseEvent, type PointerEvent as ReactPointerEvent, useRef } from 'react';
import type { Position } from '../../document/schema.ts';
import { useStores } from '../../state/stores.ts';
import type { Carried, DropSpot } from '../../state/view-store.ts';
import { isOverCanvas, wireBelow } from '../canvas/wires/wire-below.ts';

/** How long a finger rests on a layer until it is taken up, in ms; one that moves at once scrolls the list. */
const REST = 220;
/** Movement after which a press becomes a drag, in pixels. */
const SLACK = 5;

/** What is carried, and what becomes of it. */
interface Cargo {
  readonly what: Pick<Carried, 'kind' | 'name'>;
  /** Whether it can stand in the middle of a wire. */
  readonly fits: (wire: string | undefined) => boolean;
  /** Where it would stand on the canvas, wired to what is near if that is wanted. */
  readonly spot?: (client: Position, near: boolean) => DropSpot | undefined;
  /** Adds it without being carried. */
  readonly press: () => void;
  readonly drop: (client: Position, wire: string | undefined, spot: DropSpot | undefined) => void;
}

/**
 * Lets a kind or a block be carried from the palette to the canvas by mouse, pen or finger, or be added by a
 * press. A finger that takes something up and lets go of it where it was has pressed it. Escape lets go.
 */
export function useCarry({ what, fits, spot: spotAt, press, drop }: Cargo) {
  const { views } = useStores();
  const carried = useRef(false);

  function onPointerDown(down: ReactPointerEvent<HTMLElement>): void {
    if (down.button !== 0) return;
    carried.current = false;
    const { set } = views.getState();
    const target = (event: PointerEvent): string | undefined => {
      const wire = wireBelow(event.clientX, event.clientY);
      return fits(wire) ? wire : undefined;
    };

    const touch = down.pointerType === 'touch';
    let taken = !touch;
    let moved = false;
    const rest = setTimeout(() => {
      if (!touch) return;
      taken = true;
      carried.current = true;
      set({ carried: { ...what, x: down.clientX, y: down.clientY } });
    }, REST);
    // The browser asks once, at the first movement, whether the finger scrolls.
    function hold(event: TouchEvent): void {
      if (taken && event.cancelable) event.preventDefault();
    }

    /** Where it would stand, wired to what is near unless Alt is held. */
    const spot = (event: PointerEvent, wire: string | undefined): DropSpot | undefined => {
      const { clientX: x, clientY: y } = event;
      if (wire !== undefined || !isOverCanvas(x, y)) return undefined;
      return spotAt?.({ x, y }, !event.altKey);
    };

    function move(event: PointerEvent): void {
      if (event.pointerId !== down.pointerId) return;
      const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > SLACK;
      if (!moved && !far) return;
      const [dx, dy] = [event.clientX - down.clientX, event.clientY - down.clientY];
      // Up and down the finger scrolls the list.
      if (!taken && Math.abs(dy) >= Math.abs(dx)) {
        end();
        return;
      }
      clearTimeout(rest);
      moved = true;
      taken = true;
      carried.current = true;
      event.preventDefault();
      const { clientX: x, clientY: y } = event;
      const dropWire = target(event);
      set({ carried: { ...what, x, y }, dropWire, dropSpot: spot(event, dropWire) });
    }

    function up(event: PointerEvent): void {
      if (event.pointerId !== down.pointerId) return;
      end();
      const { clientX: x, clientY: y } = event;
      if (!carried.current || event.type !== 'pointerup') return;
      // The click that ends a drag where it began comes before this; any later one is meant.
      setTimeout(() => {
        carried.current = false;
      });
      if (!moved) press();
      else if (isOverCanvas(x, y)) {
        const wire = target(event);
        drop({ x, y }, wire, spot(event, wire));
      }
    }

    // A finger that took something up has done all that it will: no click follows.
    function lift(event: TouchEvent): void {
      if (taken && event.cancelable) event.preventDefault();
      removeEventListener('touchend', lift);
      removeEventListener('touchcancel', lift);
    }

    function letGo(event: KeyboardEvent): void {
      if (event.key === 'Escape') end();
    }

    function end(): void {
      clearTimeout(rest);
      removeEventListener('touchmove', hold);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', up);
      removeEventListener('keydown', letGo);
      set({ carried: undefined, dropWire: undefined, dropSpot: undefined });
    }

    addEventListener('pointermove', move, { passive: false });
    addEventListener('touchmove', hold, { passive: false });
    if (touch) {
      addEventListener('touchend', lift, { passive: false });
      addEventListener('touchcancel', lift);
    }
    addEventListener('pointerup', up);
    addEventListener('pointercancel', up);
    addEventListener('keydown', letGo);
  }

  return {
    onPointerDown,
    onClick: ({ detail }: MouseEvent): void => {
      // A press of a key or of a screen reader ends no drag.
      const endsDrag = detail > 0 && carried.current;
      carried.current = false;
      if (!endsDrag) press();
    },
  };
}
