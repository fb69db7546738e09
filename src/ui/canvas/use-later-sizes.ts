import { type NodeChange, type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FlowNode } from './project.ts';

type FlowStore = ReturnType<typeof useStoreApi>;

/** On a canvas of more nodes, another size of some is taken in after the frame in which they are drawn with it. */
const MANY = 150;

type Measure = ReactFlowState['updateNodeInternals'];
/** Stores of canvases whose cards are measured later. */
const calm = new WeakSet<FlowStore>();

/**
 * On a large canvas cards that had a size before are measured anew in the frame after the one in which they are
 * drawn: an edit and all that a size leads to do not fit into one. Wires reach the ports a frame later, too.
 */
export function useLaterMeasures(): void {
  const flow = useStoreApi();
  // Before React Flow takes hold of what measures.
  useState(() => measureLater(flow));
}

function measureLater(flow: FlowStore): void {
  if (calm.has(flow)) return;
  calm.add(flow);
  const measure = flow.getState().updateNodeInternals;
  let waiting: Parameters<Measure>[0] = new Map();
  const updateNodeInternals: Measure = (updates, params) => {
    const { nodes, nodeLookup } = flow.getState();
    const isKnown = (id: string): boolean =>
      nodeLookup.get(id)?.internals.handleBounds !== undefined;
    if (nodes.length <= MANY || ![...updates.keys()].every(isKnown)) {
      measure(updates, params);
      return;
    }
    if (waiting.size === 0) {
      requestAnimationFrame(() => {
        const all = waiting;
        waiting = new Map();
        measure(all);
      });
    }
    for (const [id, update] of updates) waiting.set(id, update);
  };
  flow.setState({ updateNodeInternals });
}

/**
 * Takes over changes that are nothing but new sizes of cards that had one before, and hands them to `apply` in
 * a task of its own: wires reach the ports at once, what else follows from a size can wait for a frame. Tells
 * whether it took them.
 */
export function useLaterSizes(
  apply: (changes: NodeChange<FlowNode>[]) => void,
): (changes: NodeChange<FlowNode>[]) => boolean {
  const flow = useStoreApi();
  const waiting = useRef<NodeChange<FlowNode>[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (changes) => {
      const now = flow.getState();
      if (now.nodes.length <= MANY || !changes.every((change) => isNewSize(change, now))) {
        return false;
      }
      waiting.current.push(...changes);
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        apply(waiting.current.splice(0));
      });
      return true;
    },
    [flow, apply],
  );
}

/** Whether a card is only measured anew, and not pulled larger by hand. */
const isNewSize = (change: NodeChange<FlowNode>, { nodeLookup }: ReactFlowState): boolean =>
  change.type === 'dimensions' &&
  change.resizing === undefined &&
  nodeLookup.get(change.id)?.internals.userNode.measured !== undefined;
