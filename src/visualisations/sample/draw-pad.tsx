import { type PointerEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/kit/button.tsx';
import type { Ink } from './normalise-drawing.ts';

/** Pixels of the pad's own canvas; what is drawn is scaled down from there. */
const SIDE = 280;
/** Width of the pen in those pixels: about that of MNIST's digits once they are scaled. */
const PEN = 22;

/** A place to draw a digit with mouse, pen or finger. Tells the drawing whenever the pen is lifted. */
export function DrawPad({ onDrawn }: { onDrawn: (drawing: Ink | undefined) => void }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<readonly [number, number]>(undefined);

  useEffect(() => clear(canvas.current), []);

  function placeOf(event: PointerEvent<HTMLElement>): [number, number] {
    const box = event.currentTarget.getBoundingClientRect();
    return [
      ((event.clientX - box.left) / box.width) * SIDE,
      ((event.clientY - box.top) / box.height) * SIDE,
    ];
  }

  function draw(event: PointerEvent<HTMLElement>): void {
    const context = canvas.current?.getContext('2d');
    if (!last.current || !context) return;
    const to = placeOf(event);
    context.strokeStyle = 'white';
    context.lineWidth = PEN;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.beginPath();
    context.moveTo(...last.current);
    context.lineTo(...to);
    context.stroke();
    last.current = to;
  }

  return (
    <div>
      <canvas
        ref={canvas}
        width={SIDE}
        height={SIDE}
        role="img"
        aria-label={t('sample.pad')}
        data-testid="draw-pad"
        className="size-[148px] cursor-crosshair touch-none rounded-lg border border-line-strong bg-[black]"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = placeOf(event);
          draw(event);
        }}
        onPointerMove={draw}
        onPointerUp={(event) => {
          draw(event);
          last.current = undefined;
          onDrawn(inkOf(canvas.current));
        }}
        onPointerCancel={() => {
          last.current = undefined;
        }}
      />
      <Button
        look="link"
        onClick={() => {
          clear(canvas.current);
          onDrawn(undefined);
        }}
      >
        {t('sample.clear')}
      </Button>
    </div>
  );
}

function clear(element: HTMLCanvasElement | null): void {
  const context = element?.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  context.fillStyle = 'black';
  context.fillRect(0, 0, SIDE, SIDE);
}

function inkOf(element: HTMLCanvasElement | null): Ink | undefined {
  const data = element?.getContext('2d')?.getImageData(0, 0, SIDE, SIDE).data;
  if (!data) return undefined;
  const values = Float32Array.from({ length: SIDE * SIDE }, (_, i) => (data[4 * i] ?? 0) / 255);
  return { height: SIDE, width: SIDE, values };
}
