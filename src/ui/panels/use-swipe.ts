import type { PointerEvent, RefObject } from 'react';
import { useMemo } from 'react';

/** How far a handle is pulled until its sheet closes, in pixels. */
const FAR = 60;

/** Lets a sheet follow the finger on its handle, towards the edge it came from; far enough, it closes. */
export function useSwipe(
  sheet: RefObject<HTMLElement | null>,
  side: 'left' | 'right',
  onClose: () => void,
) {
  return useMemo(() => {
    let from: { x: number; y: number } | undefined;
    /** How far it is pulled towards its edge, in pixels. */
    const pulled = ({ clientX, clientY }: PointerEvent): number => {
      if (!from || !sheet.current) return 0;
      // A sheet at the bottom reaches from edge to edge.
      const below = sheet.current.offsetWidth >= innerWidth;
      const along = below ? clientY - from.y : (clientX - from.x) * (side === 'left' ? -1 : 1);
      sheet.current.style.translate = below
        ? `0 ${Math.max(0, along)}px`
        : `${Math.max(0, along) * (side === 'left' ? -1 : 1)}px 0`;
      return along;
    };
    const end = (event: PointerEvent): void => {
      const far = pulled(event) > FAR;
      from = undefined;
      if (sheet.current) sheet.current.style.translate = '';
      if (far) onClose();
    };
    return {
      onPointerDown: (event: PointerEvent): void => {
        from = { x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent): void => void pulled(event),
      onPointerUp: end,
      onPointerCancel: end,
    };
  }, [sheet, side, onClose]);
}
