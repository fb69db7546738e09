import type { Position } from '../../../document/schema.ts';

/** Where something stands at the middle of its wire. */
export type WireSide = 'above' | 'below' | 'left' | 'right';

/** A part of the canvas, in its own pixels. */
export interface Seen {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** On which side of its wire something stands, and how far along that side it is shifted. */
export interface WirePlace {
  readonly side: WireSide;
  readonly shift: number;
}

const opposite: Readonly<Record<WireSide, WireSide>> = {
  above: 'below',
  below: 'above',
  left: 'right',
  right: 'left',
};

/**
 * Where something at the middle of a wire is not cut off by the edges of what is seen: on its usual side or the
 * opposite one, shifted along that, but never off the wire. Everything is in pixels of the canvas.
 */
export function placeBesideWire(
  at: Position,
  size: { readonly width: number; readonly height: number },
  { side: usual, gap }: { readonly side: WireSide; readonly gap: number },
  seen: Seen,
): WirePlace {
  const isCut = (side: WireSide): boolean => {
    if (side === 'above') return at.y - gap - size.height < seen.top;
    if (side === 'below') return at.y + gap + size.height > seen.bottom;
    if (side === 'left') return at.x - gap - size.width < seen.left;
    return at.x + gap + size.width > seen.right;
  };
  const side = isCut(usual) && !isCut(opposite[usual]) ? opposite[usual] : usual;
  const shift =
    side === 'above' || side === 'below'
      ? shiftInto(at.x, size.width, seen.left, seen.right)
      : shiftInto(at.y, size.height, seen.top, seen.bottom);
  return { side, shift };
}

/** How far something that is centred at a point is shifted to lie between two edges, at most by half of it. */
function shiftInto(centre: number, size: number, from: number, to: number): number {
  const half = size / 2;
  const wanted = Math.max(Math.min(0, to - half - centre), from + half - centre);
  return Math.max(-half, Math.min(wanted, half));
}
