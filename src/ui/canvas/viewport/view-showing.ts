import type { ReactFlowInstance, Rect, Viewport } from '@xyflow/react';
import type { GraphDocument } from '../../../document/schema.ts';
import { noteOf } from '../../comments/comment-id.ts';
import { shownAs } from '../nodes/folded.ts';
import { bringIntoView, isWideEnough } from './bring-into-view.ts';
import { boxOf, coversOf, viewOfAll } from './fit.ts';
import { fitOptions } from './fit-options.ts';
import { freeStrip, shifted } from './free-strip.ts';
import { liftClear } from './lift-clear.ts';
import type { Cover } from './view-around.ts';

/** Height of the tools of a comment with the gap to it, in pixels of the screen. */
const TOOLS = 50;

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
  const before = flow.getViewport();
  const plain = view && shifted(view, free);
  const canvas = canvasBox();
  const { zoom } = plain ?? before;
  // A comment is written and coloured with the tools below it.
  const boxes = wanted.map(boxOf).map((box) => {
    const height = box.height + (noteOf(box.id) === undefined ? 0 : TOOLS / zoom);
    return { ...box, height };
  });
  const edge: Cover = {
    box: { x: 0, y: canvas.height, width: canvas.width, height: TOOLS },
    sides: ['bottom'],
  };
  const lifted = liftClear(plain ?? before, boxes, [...coversOf(canvas), edge]);
  if (!lifted) return { view: plain };
  // Where there is room for all of it, nothing needs to go out of sight instead.
  const tools = boxes.filter(({ id }) => noteOf(id) !== undefined);
  const whole = viewOfAll(document, there.map(boxOf), fitOptions, tools);
  return { view: whole && isWideEnough(whole.zoom, before.zoom) ? whole : lifted };
}

const canvasBox = (): DOMRect =>
  window.document.querySelector('.react-flow')?.getBoundingClientRect() ?? new DOMRect();

/** What of the canvas no sheet lies over: from one, layers are added and seen. */
function freePart(): Rect {
  const canvas = canvasBox();
  const sheet = document.querySelector('.panel-sheet:not([data-away])');
  return freeStrip(canvas, sheet?.getBoundingClientRect());
}
