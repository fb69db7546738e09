import type { ReactFlowInstance, Rect, Viewport } from '@xyflow/react';
import type { GraphDocument } from '../../document/schema.ts';
import { bringIntoView } from './bring-into-view.ts';
import { shownAs } from './folded.ts';
import { freeStrip, shifted } from './free-strip.ts';

/** How the canvas is looked at so that nodes are seen; without a view, they are seen as it is. */
interface Showing {
  readonly view: Viewport | undefined;
}

/** How nodes, cards and comments are brought into view; none while one of them has yet to be measured. */
export function viewShowing(
  flow: Pick<ReactFlowInstance, 'getNodes' | 'getNodesBounds' | 'getViewport'>,
  document: GraphDocument,
  nodes: readonly string[],
): Showing | undefined {
  const ids = new Set(nodes.map((id) => shownAs(document, id)));
  const there = flow.getNodes().filter(({ hidden, measured }) => measured && !hidden);
  const wanted = there.filter(({ id }) => ids.has(id));
  const [first] = wanted;
  if (wanted.length < ids.size || !first) return undefined;
  const free = freePart();
  const view = bringIntoView({
    wanted: flow.getNodesBounds(wanted),
    chief: flow.getNodesBounds([wanted.find(({ selected }) => selected) ?? first]),
    all: flow.getNodesBounds(there),
    view: shifted(flow.getViewport(), { x: -free.x, y: -free.y }),
    size: free,
  });
  return { view: view && shifted(view, free) };
}

/** What of the canvas no sheet lies over: from one, layers are added and seen. */
function freePart(): Rect {
  const canvas = document.querySelector('.react-flow')?.getBoundingClientRect() ?? new DOMRect();
  const sheet = document.querySelector('.panel-sheet:not([data-away])');
  return freeStrip(canvas, sheet?.getBoundingClientRect());
}
