import type { MouseEvent as ReactMouseEvent, TouchEvent as ReactTouchEvent } from 'react';
import type { Position } from '../../document/schema.ts';

/** The node below a point of the screen, or the card of a collapsed block, if there is one. */
export function nodeBelow({ x, y }: Position): string | undefined {
  // A pane of glass lies over the canvas while it moves, as it does below a wire that is drawn to its edge.
  const top = document
    .elementsFromPoint(x, y)
    .find((element) => !element.classList.contains('react-flow__renderer'));
  const node = top?.closest<HTMLElement>('.react-flow__node-layer, .react-flow__node-block');
  return node?.dataset['id'];
}

/** Where on the screen a mouse or a finger is. */
export function pointOf(
  event: MouseEvent | TouchEvent | ReactMouseEvent | ReactTouchEvent,
): Position {
  if ('clientX' in event) return { x: event.clientX, y: event.clientY };
  const touch = event.changedTouches[0];
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
