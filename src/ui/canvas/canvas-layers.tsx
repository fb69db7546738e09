import { type ReactFlowState, useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/**
 * Finds a layer of a canvas and remembers it. React Flow's own `EdgeLabelRenderer` and `ViewportPortal` search the
 * whole canvas for theirs at every turn of the wheel, the first once for each wire.
 */
function layerFinder(name: string): (state: ReactFlowState) => Element | undefined {
  const known = new WeakMap<Element, Element>();
  return ({ domNode }) => {
    if (!domNode) return undefined;
    const before = known.get(domNode);
    if (before?.isConnected) return before;
    const layer = domNode.querySelector(name) ?? undefined;
    if (layer) known.set(domNode, layer);
    return layer;
  };
}

const labelLayer = layerFinder('.react-flow__edgelabel-renderer');
const upperLayer = layerFinder('.react-flow__viewport-portal');

/** What stands beside a wire, over all wires. */
export function WireLabel({ children }: { children: ReactNode }) {
  const layer = useStore(labelLayer);
  return layer ? createPortal(children, layer) : null;
}

/** What stands over all nodes and moves with them. */
export function OverNodes({ children }: { children: ReactNode }) {
  const layer = useStore(upperLayer);
  return layer ? createPortal(children, layer) : null;
}
