import { type ReactFlowState, useStore } from '@xyflow/react';
import { shallow } from 'zustand/shallow';
import type { Position } from '../../../document/schema.ts';
import { placeBesideWire, type WirePlace, type WireSide } from './beside-wire.ts';

/** Where something at the middle of a wire stands now; it follows the wire and the view. */
export function useWirePlace(
  at: Position,
  size: { readonly width: number; readonly height: number },
  usual: { readonly side: WireSide; readonly gap: number },
): WirePlace {
  return useStore(({ transform: [x, y, zoom], width, height }: ReactFlowState): WirePlace => {
    if (width === 0) return { side: usual.side, shift: 0 };
    const [left, top] = [-x / zoom, -y / zoom];
    const seen = { left, top, right: left + width / zoom, bottom: top + height / zoom };
    return placeBesideWire(at, size, usual, seen);
  }, shallow);
}
