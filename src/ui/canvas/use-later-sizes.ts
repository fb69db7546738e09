import { type NodeChange, type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import type { FlowNode } from './project.ts';

/** On a canvas of more nodes, another size of some is taken in after the frame in which they are drawn with it. */
const MANY = 150;

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
