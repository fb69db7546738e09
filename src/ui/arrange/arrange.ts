import type { ReactFlowInstance } from '@xyflow/react';
import type { TFunction } from 'i18next';
import { flowOf } from '../../document/arranging.ts';
import type { Box } from '../../document/drawing/lanes.ts';
import { PORT_TOP } from '../../document/drawing/port-place.ts';
import { notesOf } from '../../document/notes.ts';
import type { Flow, Position } from '../../document/schema.ts';
import type { Stores } from '../../state/stores.ts';
import { cornerOf, nodesBehind, positionsBehind } from '../canvas/nodes/folded.ts';
import { viewOfAll } from '../canvas/viewport/fit.ts';
import { glideTime } from '../canvas/viewport/motion.ts';
import { onCanvas } from '../comments/comment-id.ts';
import { type Axis, align, distribute, type Edge } from './align.ts';
import { layOutBeside } from './lay-out-beside.ts';
import type { Size } from './layout.ts';
import { notesAlong } from './notes-along.ts';
import { graphOf } from './shown-graph.ts';

/** The canvas, and what stands on it. */
export interface Place {
  readonly stores: Stores;
  readonly flow: Pick<ReactFlowInstance, 'getNodes' | 'setViewport'>;
  readonly t: TFunction;
}

/**
 * Lays the network out, in the direction in which the drawing is read or in another one. Where several
 * nodes are selected and no direction is asked for, only they are laid out, where they are. Comments go along.
 * What has become another network meanwhile stays as it is.
 */
export async function tidy(place: Place, turned?: Flow): Promise<void> {
  const { documents, views } = place.stores;
  const { document, origin, locked } = documents.getState();
  if (locked) return;
  const chosen = turned === undefined ? selectedBoxes(place) : [];
  const some = chosen.length > 1;
  const flow = turned ?? flowOf(document);
  const all = boxesOf(place);
  const boxes = some ? chosen : all;
  if (boxes.length === 0) return;
  const positions = await layOutBeside({
    graph: graphOf(document, boxes),
    sizes: Object.fromEntries(boxes.map(({ id, width, height }) => [id, { width, height }])),
    flow,
    view: some ? undefined : canvasSize(),
  }).catch(() => undefined);
  if (!positions) {
    views.getState().notify({ tone: 'bad', text: place.t('arrange.failed') });
    return;
  }
  const now = documents.getState();
  if (now.origin !== origin || now.document.graph !== document.graph) return;
  const shifted = some ? shift(positions, boxes) : positions;
  const notes = notesOf(now.document);
  const places = notesAlong(notes, all, shifted);
  now.dispatch([
    {
      type: 'arrange',
      how: 'tidy',
      positions: positionsBehind(now.document, shifted),
      ...(some ? {} : { flow }),
    },
    ...Object.entries(places).map(([id, box]) => ({ type: 'resizeNote' as const, id, box })),
  ]);
  if (some) return;
  const shown = Object.entries(notes).map(([note, box]) => ({
    ...box,
    ...places[note],
    id: onCanvas(note),
  }));
  await showAll(place, [...boxes.map((box) => ({ ...box, ...shifted[box.id] })), ...shown]);
}

/** Brings the selected nodes into line. */
export function alignSelected(place: Place, edge: Edge): void {
  const { document } = place.stores.documents.getState();
  const portTop = flowOf(document) === 'right' ? PORT_TOP : undefined;
  settle(place, 'align', align(selectedBoxes(place), edge, portTop));
}

/** Leaves like gaps between the selected nodes. */
export function distributeSelected(place: Place, axis: Axis): void {
  settle(place, 'distribute', distribute(selectedBoxes(place), axis));
}

function settle(
  { stores: { documents } }: Place,
  how: 'align' | 'distribute',
  shown: Readonly<Record<string, Position>>,
): void {
  const { document, dispatch } = documents.getState();
  dispatch([{ type: 'arrange', how, positions: positionsBehind(document, shown) }]);
}

/** What is seen of the network: its nodes, and the card of a collapsed block in place of what is in it. */
function boxesOf({ stores, flow }: Place): Box[] {
  const { document } = stores.documents.getState();
  return flow.getNodes().flatMap(({ id, hidden, measured }) => {
    const behind = nodesBehind(document, id).filter((node) =>
      Object.hasOwn(document.graph.nodes, node),
    );
    if (hidden || behind.length === 0) return [];
    const { width = 194, height = 64 } = measured ?? {};
    return [{ id, ...cornerOf(document, behind), width, height }];
  });
}

function selectedBoxes(place: Place): Box[] {
  const { document } = place.stores.documents.getState();
  const chosen = new Set(place.stores.views.getState().selection.nodes);
  return boxesOf(place).filter(({ id }) =>
    nodesBehind(document, id).every((node) => chosen.has(node)),
  );
}

/** Positions moved to where the boxes began. */
function shift(
  positions: Readonly<Record<string, Position>>,
  boxes: readonly Box[],
): Record<string, Position> {
  const places = Object.values(positions);
  const dx = Math.min(...boxes.map(({ x }) => x)) - Math.min(...places.map(({ x }) => x));
  const dy = Math.min(...boxes.map(({ y }) => y)) - Math.min(...places.map(({ y }) => y));
  return Object.fromEntries(
    Object.entries(positions).map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }]),
  );
}

function canvasSize(): Size {
  const canvas = document.querySelector('.react-flow');
  return { width: canvas?.clientWidth ?? 0, height: canvas?.clientHeight ?? 0 };
}

/** Brings all into view while it is still on its way. */
async function showAll({ stores, flow }: Place, boxes: readonly Box[]): Promise<void> {
  const view = viewOfAll(stores.documents.getState().document, boxes);
  if (view) await flow.setViewport(view, { duration: glideTime() });
}
