import { framesOf } from '../document/drawing/frame-boxes.ts';
import type { Box } from '../document/drawing/lanes.ts';
import type { FigureFrame, Palette } from './figure.ts';
import type { Mark } from './scene.ts';
import { type Measure, shorten } from './text-lines.ts';

const PADDING = 12;
/** Where the letters of the title stand, below the upper edge. */
const TITLE_LINE = 21;

/** The frame of an open block around its nodes, and the room that it takes; nothing around none. */
export function drawFrame(
  { title, nodes }: FigureFrame,
  boxes: readonly Box[],
  palette: Palette,
  measure: Measure,
): { readonly rooms: readonly Box[]; readonly mark: Mark } | undefined {
  const inside = new Set(nodes);
  const members = boxes.filter(({ id }) => inside.has(id));
  if (members.length === 0) return undefined;
  const rooms = framesOf(
    members,
    boxes.filter(({ id }) => !inside.has(id)),
  ).map(({ left, top, width, height }): Box => ({ id: title, x: left, y: top, width, height }));
  const [first] = rooms;
  const text = shorten(title, (first?.width ?? 0) - 2 * PADDING, (part) =>
    measure(part, { mono: false, bold: true }),
  );
  const marks = rooms.map(
    (room): Mark => ({
      ...room,
      type: 'box',
      radius: 12,
      fill: palette.surface2,
      stroke: palette.lineStrong,
      dashes: '4 3',
    }),
  );
  const heading: Mark[] = first
    ? [
        {
          type: 'text',
          x: first.x + PADDING,
          y: first.y + TITLE_LINE,
          anchor: 'start',
          runs: [{ text, bold: true, fill: palette.ink2 }],
        },
      ]
    : [];
  return { rooms, mark: { type: 'group', label: title, marks: [...marks, ...heading] } };
}
