import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cssColour, type Rgb, useColours } from '../../ui/kit/colours.ts';
import { formatTerm } from '../../ui/kit/format.ts';
import { useWidth } from '../../ui/kit/use-width.ts';
import { type BentScene, boxOf, paintBent, placesOf } from './paint.ts';

const tokens = ['--line-strong', '--accent', '--ink-2', '--line', '--surface', '--neg', '--pos'];
/** A pointer reaches a point this far away, in pixels. */
const REACH = 14;

/** The canvas: lines of the input plane, points and the separating line; pointing at a point reads it. */
export function Drawing({
  scene: given,
  label,
  labelText,
}: {
  scene: Omit<BentScene, 'colours'>;
  label: string;
  /** What a point's label is called. */
  labelText: (label: number) => string;
}) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const side = useWidth(box);
  const [pointer, setPointer] = useState<readonly [number, number]>();
  const [grid, line, ink, soft, halo, below, above] = useColours(tokens).map((rgb: Rgb) =>
    cssColour(rgb),
  ) as [string, string, string, string, string, string, string];
  const colours = { grid, line, ink, soft, halo, below, above };

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || side === 0) return;
    const width = Math.round(side * devicePixelRatio);
    const height = Math.round(boxOf(side).height * devicePixelRatio);
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    paintBent(context, side, { ...given, colours }, `13px ${getComputedStyle(element).fontFamily}`);
  });

  const looked = pointer && side > 0 ? nearest(given, side, pointer) : undefined;
  const { picture } = given;
  return (
    <div ref={box}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        className="num block w-full"
        style={{ height: side === 0 ? undefined : boxOf(side).height }}
        data-testid="bent-space"
        onPointerMove={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect();
          setPointer([event.clientX - left, event.clientY - top]);
        }}
        onPointerLeave={() => setPointer(undefined)}
      />
      <p className="num min-h-5 text-center text-[13px] text-ink-2" data-testid="bent-read">
        {looked === undefined
          ? null
          : t(picture.inputs.length === 0 ? 'spaces.pointOnly' : 'spaces.point', {
              from: pairAt(picture.inputs, looked),
              to: pairAt(picture.points, looked),
              label: labelText(
                picture.labels[looked * (picture.labels.length / picture.rows)] ?? 0,
              ),
            })}
      </p>
    </div>
  );
}

/** `(0, 1)`; nothing where the numbers are not there. */
export const pairAt = (places: Float32Array, row: number): string =>
  places.length === 0 ? '' : `(${[0, 1].map((i) => short(places[2 * row + i] ?? 0)).join(', ')})`;

const short = (value: number): string => formatTerm(Number(value.toPrecision(3)));

/** The point that lies nearest to the pointer, if it is within reach. */
function nearest(
  scene: Omit<BentScene, 'colours'>,
  side: number,
  [x, y]: readonly [number, number],
): number | undefined {
  const places = placesOf(scene);
  const { left, top, size } = boxOf(side);
  let best: number | undefined;
  let least = REACH;
  for (let row = 0; row < places.length / 2; row++) {
    const distance = Math.hypot(
      left + (places[2 * row] as number) * size - x,
      top + (places[2 * row + 1] as number) * size - y,
    );
    if (distance < least) [best, least] = [row, distance];
  }
  return best;
}
