import type { Position } from '../../../document/schema.ts';

/** An end of a wire: where it starts, or where it leads. */
export type WireEnd = 'source' | 'target';

/** How far a finger strays before it means to drag, in pixels of the screen. */
const MEANT = 8;

/**
 * Lets a finger that was put down drag an end of a wire. React Flow knows ends of wires that a mouse takes
 * hold of and none that a finger does, so the finger is passed on as a mouse, from the first real move on: a
 * tap stays a tap.
 */
export function dragByFinger(touch: Touch, wire: string, end: WireEnd): void {
  const { target, identifier } = touch;
  const from: Position = { x: touch.clientX, y: touch.clientY };
  let held = false;
  const mine = ({ changedTouches }: TouchEvent): Touch | undefined =>
    [...changedTouches].find((each) => each.identifier === identifier);
  const move = (event: Event): void => {
    const now = event instanceof TouchEvent ? mine(event) : undefined;
    if (!now) return;
    const at = { x: now.clientX, y: now.clientY };
    if (!held) {
      if (Math.hypot(at.x - from.x, at.y - from.y) <= MEANT) return;
      held = takeEnd(wire, end, from);
      if (!held) forget();
    }
    if (held) asMouse(document, 'mousemove', at);
  };
  const lift = (event: Event): void => {
    const now = event instanceof TouchEvent ? mine(event) : undefined;
    if (!now) return;
    forget();
    // What the system takes away is heard as such; the wire that is taken hold of may no longer be in the page.
    if (held && event.type === 'touchcancel') dispatchEvent(new Event('touchcancel'));
    else if (held) asMouse(document, 'mouseup', { x: now.clientX, y: now.clientY });
  };
  // A second finger, or one that rested until a menu came, means something else.
  const give = (): void => {
    if (!held) forget();
  };
  // On what was touched: a finger's events go there until it is lifted, even when it has left the page.
  const forget = (): void => {
    target.removeEventListener('touchmove', move);
    target.removeEventListener('touchend', lift);
    target.removeEventListener('touchcancel', lift);
    removeEventListener('touchstart', give, true);
    removeEventListener('contextmenu', give, true);
  };
  target.addEventListener('touchmove', move, { passive: true });
  target.addEventListener('touchend', lift, { passive: true });
  target.addEventListener('touchcancel', lift, { passive: true });
  addEventListener('touchstart', give, { passive: true, capture: true });
  addEventListener('contextmenu', give, true);
}

/** Takes hold of an end of a wire as a mouse would; whether there was something to take hold of. */
export function takeEnd(wire: string, end: WireEnd, at: Position): boolean {
  const handle = wireOf(wire)?.querySelector(`.react-flow__edgeupdater-${end}`);
  if (handle) asMouse(handle, 'mousedown', at);
  return handle !== null && handle !== undefined;
}

/** Where a wire starts and leads as it is drawn, in pixels of the canvas, or of the screen. */
export function endsOf(
  wire: string,
  on: 'canvas' | 'screen',
): Record<WireEnd, Position> | undefined {
  const path = wireOf(wire)?.querySelector<SVGPathElement>('.react-flow__edge-path');
  const matrix = path?.getScreenCTM();
  if (!path || !matrix) return undefined;
  const at = (length: number): Position => {
    const point = path.getPointAtLength(length);
    const { x, y } = on === 'canvas' ? point : point.matrixTransform(matrix);
    return { x, y };
  };
  return { source: at(0), target: at(path.getTotalLength()) };
}

const wireOf = (id: string): Element | null =>
  document.querySelector(`.react-flow__edge[data-id="${CSS.escape(id)}"]`);

function asMouse(target: EventTarget, type: string, { x, y }: Position): void {
  target.dispatchEvent(
    new MouseEvent(type, {
      bubbles: true,
      cancelable: true,
      view: window,
      button: 0,
      clientX: x,
      clientY: y,
    }),
  );
}
