import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { FAR } from '../viewport/detail.tsx';

/** How long the canvas rests until what is on it counts as looked at, in ms. */
const REST = 150;
/** How long a hand that never rests is waited for, in ms. */
const PATIENCE = 600;

/**
 * Ids of the nodes that are on screen and near enough to be read, apart by spaces: the same string while they
 * are the same. While the canvas moves it is the one before: what is drawn in nodes is worked out and painted
 * where the hand stops.
 */
export function useShownNodes(): string {
  const flow = useStoreApi();
  const [shown, setShown] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let since: number | undefined;
    const look = (): void => {
      timer = undefined;
      since = undefined;
      setShown(shownNodes(flow.getState()));
    };
    const wait = (now: ReactFlowState, before: ReactFlowState): void => {
      if (areInPlace(now, before)) return;
      since ??= performance.now();
      clearTimeout(timer);
      timer = setTimeout(look, Math.max(0, Math.min(REST, since + PATIENCE - performance.now())));
    };
    const stop = flow.subscribe(wait);
    look();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [flow]);
  return shown;
}

const areInPlace = (now: ReactFlowState, before: ReactFlowState): boolean =>
  now.transform === before.transform &&
  now.nodes === before.nodes &&
  now.width === before.width &&
  now.height === before.height;

function shownNodes({ nodeLookup, transform, width, height }: ReactFlowState): string {
  const [left, top, zoom] = transform;
  if (zoom < FAR) return '';
  const shown: string[] = [];
  for (const { id, type, internals, measured, hidden } of nodeLookup.values()) {
    if (hidden || type === 'comment') continue;
    const x = internals.positionAbsolute.x * zoom + left;
    const y = internals.positionAbsolute.y * zoom + top;
    const [w, h] = [(measured.width ?? 0) * zoom, (measured.height ?? 0) * zoom];
    if (x + w > 0 && x < width && y + h > 0 && y < height) shown.push(id);
  }
  return shown.join(' ');
}
