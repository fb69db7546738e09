import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { cssColour, useColours } from '../../ui/kit/colours.ts';
import { useWidth } from '../../ui/kit/use-width.ts';
import { intoSquare, nextSample, sampleAt } from './places.ts';
import type { HiddenPicture } from './probe.ts';

const classTokens = Array.from({ length: 10 }, (_, i) => `--class-${i}`);
const tokens = ['--bad', '--ink', '--surface'];
/** A pointer reaches a sample this far away, as a share of the side. */
const REACH = 0.04;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The samples, each as the number of its class; those that the network takes for another are underlined. */
export function Scatter({
  picture,
  places,
  look,
  label,
  onLook,
}: {
  picture: HiddenPicture;
  places: Float32Array;
  look: number | undefined;
  label: string;
  onLook: (look: number | undefined) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const side = useWidth(canvas);
  const classes = useColours(classTokens);
  const [bad, ink, surface] = useColours(tokens);
  const square = useMemo(() => intoSquare(places), [places]);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || side === 0 || !bad || !ink || !surface) return;
    const width = Math.round(side * devicePixelRatio);
    if (element.width !== width) element.width = width;
    if (element.height !== width) element.height = width;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, side, side);
    context.font = `600 13px ${getComputedStyle(element).fontFamily}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const { rows, labels, predictions } = picture;
    for (let row = 0; row < rows; row++) {
      const [x, y] = [(square[2 * row] ?? 0) * side, (square[2 * row + 1] ?? 0) * side];
      const cls = labels[row] ?? 0;
      context.fillStyle = cssColour(classes[cls % classes.length] ?? ink);
      context.fillText(String(cls), x, y);
      if (predictions[row] === cls) continue;
      context.strokeStyle = cssColour(bad);
      context.lineWidth = 2;
      context.beginPath();
      context.moveTo(x - 5, y + 7);
      context.lineTo(x + 5, y + 7);
      context.stroke();
    }
    if (look === undefined || look >= rows) return;
    const [x, y] = [(square[2 * look] ?? 0) * side, (square[2 * look + 1] ?? 0) * side];
    context.beginPath();
    context.arc(x, y, 11, 0, 2 * Math.PI);
    context.fillStyle = cssColour(surface);
    context.fill();
    context.strokeStyle = cssColour(ink);
    context.lineWidth = 2;
    context.stroke();
    context.fillStyle = cssColour(ink);
    context.fillText(String(labels[look] ?? ''), x, y);
  }, [picture, square, side, look, classes, bad, ink, surface]);

  function move(event: KeyboardEvent): void {
    const towards = arrows[event.key];
    if (!towards || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const from = look ?? sampleAt(square, [0.5, 0.5], 2);
    if (from !== undefined) onLook(look === undefined ? from : nextSample(square, from, towards));
  }

  return (
    <canvas
      ref={canvas}
      aria-label={label}
      // A screen reader leaves the arrow keys to an application.
      {...{ role: 'application', tabIndex: 0, onKeyDown: move }}
      className="num mx-auto block aspect-square w-full max-w-[min(340px,46vh)] touch-none rounded-lg border border-line bg-surface-2"
      data-testid="hidden-space"
      onPointerMove={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const at = [event.clientX - box.left, event.clientY - box.top] as const;
        const found = sampleAt(square, [at[0] / box.width, at[1] / box.height], REACH);
        if (found !== undefined) onLook(found);
      }}
    />
  );
}
