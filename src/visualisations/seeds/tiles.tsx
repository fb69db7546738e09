import { useEffect, useMemo, useRef } from 'react';
import type { SeedResult } from '../../engine/seeds/seed-plan.ts';
import type { Verdict } from '../../engine/seeds/verdict.ts';
import type { Variant } from '../../state/seeds/study.ts';
import { cssColour, type Rgb, useColours } from '../../ui/kit/colours.ts';
import { sortedBy } from './judged.ts';
import { useStartPaint } from './use-start-paint.ts';

/** Side of a tile with its gap, in pixels of the page. */
const STEP = 14;
const GAP = 2;
const COLUMNS = 22;
const MOST_ROWS = 2;
/** Pixels of the canvas a pixel of the page. */
const SHARP = 2;
const tokens = ['--ok', '--line-strong'];

/** The starts of a variant as a block of small squares, solved first: the boundary of each, or whether it is solved. */
export function Tiles({
  label,
  variant,
  verdicts,
  room,
}: {
  label: string;
  variant: Variant;
  verdicts: ReadonlyMap<SeedResult, Verdict>;
  /** Starts that there will be: the block is as large from the beginning. */
  room: number;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const paint = useStartPaint(variant, 1);
  const [solved, not] = useColours(tokens) as [Rgb, Rgb];
  const most = Math.min(room, COLUMNS * MOST_ROWS);
  const rows = Math.ceil(most / COLUMNS);
  const shown = useMemo(() => {
    const all = sortedBy(verdicts, 'outcome');
    return all.length <= most
      ? all
      : Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]);
  }, [verdicts, most]);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    element.width = COLUMNS * STEP * SHARP;
    element.height = rows * STEP * SHARP;
    const side = (STEP - GAP) * SHARP;
    const brush = document.createElement('canvas');
    shown.forEach((result, i) => {
      if (!result) return;
      const [x, y] = [(i % COLUMNS) * STEP * SHARP, Math.floor(i / COLUMNS) * STEP * SHARP];
      if (result.portrait) {
        paint(brush, result);
        context.drawImage(brush, x, y, side, side);
        return;
      }
      context.fillStyle = cssColour(verdicts.get(result)?.solved ? solved : not);
      context.fillRect(x, y, side, side);
    });
  }, [shown, verdicts, paint, solved, not, rows]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className="max-w-full"
      style={{ width: COLUMNS * STEP, height: rows * STEP }}
    />
  );
}
