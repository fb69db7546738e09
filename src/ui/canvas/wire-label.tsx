import { type ReactFlowState, useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Where labels of wires are, on each canvas. */
const layers = new WeakMap<Element, Element>();

/**
 * What stands beside a wire, over all wires. React Flow's own `EdgeLabelRenderer` searches the whole canvas
 * for the place at every turn of the wheel, once for each wire.
 */
export function WireLabel({ children }: { children: ReactNode }) {
  const layer = useStore(layerOf);
  return layer ? createPortal(children, layer) : null;
}

function layerOf({ domNode }: ReactFlowState): Element | undefined {
  if (!domNode) return undefined;
  const known = layers.get(domNode);
  if (known?.isConnected) return known;
  const layer = domNode.querySelector('.react-flow__edgelabel-renderer') ?? undefined;
  if (layer) layers.set(domNode, layer);
  return layer;
}
