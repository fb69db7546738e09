import type { FigureNote, Palette } from './figure.ts';
import type { Mark } from './scene.ts';
import { type Measure, wrapPhrases } from './text-lines.ts';

const SIDE = 12;
const LINE = 18;
/** Where the letters of the first line stand, below the upper edge. */
const FIRST_LINE = 21;

/** A comment as a drawing. Text that does not fit ends in an ellipsis, as large as the comment is. */
export function drawNote(note: FigureNote, palette: Palette, measure: Measure): Mark {
  const { x, y, width, height, label, lines, fill } = note;
  const room = width - 2 * SIDE;
  const ink = { plain: palette.ink2, strong: palette.ink };
  const rows = lines.flatMap((line) => {
    const wrapped = wrapPhrases(line, { room, ink, measure, long: 'break' });
    return wrapped.length === 0 ? [[]] : wrapped;
  });
  const most = Math.max(1, Math.floor((height - 14) / LINE));
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  if (rows.length > most && last) {
    shown[most - 1] = [...last, { text: '…', fill: palette.ink2 }];
  }
  return {
    type: 'group',
    label,
    marks: [
      { type: 'box', x, y, width, height, radius: 10, fill, stroke: palette.line },
      ...shown.flatMap((runs, i): Mark[] =>
        runs.length === 0
          ? []
          : [{ type: 'text', x: x + SIDE, y: y + FIRST_LINE + LINE * i, anchor: 'start', runs }],
      ),
    ],
  };
}
