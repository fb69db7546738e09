import { useEffect, useRef } from 'react';
import type { Samples } from '../../core/samples.ts';
import { cssColour, type Rgb, useColours } from '../kit/colours.ts';

const SIDE = 44;
const tokens = ['--surface-2', '--ink', ...Array.from({ length: 10 }, (_, i) => `--class-${i}`)];

/** A data set at a glance: its points in their colours, its first image, or a sign that stands for it. */
export function Thumbnail({ of }: { of: Samples | string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useColours(tokens);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const scale = devicePixelRatio;
    element.width = SIDE * scale;
    element.height = SIDE * scale;
    context.scale(scale, scale);
    const [ground, ink, ...classes] = colours;
    context.fillStyle = cssColour(ground ?? black);
    context.fillRect(0, 0, SIDE, SIDE);
    if (typeof of === 'string') drawEmblem(context, of, ink ?? black);
    else if (of.spec.input.length === 3) drawImage(context, of, ink ?? black);
    else drawPoints(context, of, classes);
  }, [of, colours]);
  return (
    <canvas
      ref={canvas}
      className="shrink-0 rounded-md border border-line"
      style={{ width: SIDE, height: SIDE }}
    />
  );
}

const black: Rgb = [0, 0, 0];

function drawPoints(
  context: CanvasRenderingContext2D,
  samples: Samples,
  classes: readonly Rgb[],
): void {
  const { spec, rows, x, y } = samples;
  const width = spec.input[0] ?? 1;
  const numbers = spec.target.type === 'numbers';
  const across = Array.from({ length: rows }, (_, i) => x[i * width] ?? 0);
  const up = Array.from({ length: rows }, (_, i) => (width > 1 ? x[i * width + 1] : y[i]) ?? 0);
  const place = scaleTo(across);
  const rise = scaleTo(up);
  for (let i = 0; i < rows; i++) {
    const label = y[i] ?? 0;
    const colour = classes[numbers ? (label > 0 ? 1 : 0) : label] ?? black;
    context.fillStyle = cssColour(colour);
    context.beginPath();
    context.arc(place(across[i] ?? 0), SIDE - rise(up[i] ?? 0), rows <= 8 ? 4 : 1.6, 0, 7);
    context.fill();
  }
}

function scaleTo(values: readonly number[]): (value: number) => number {
  const min = Math.min(...values);
  const span = Math.max(...values) - min || 1;
  return (value) => 7 + ((value - min) / span) * (SIDE - 14);
}

function drawEmblem(context: CanvasRenderingContext2D, sign: string, ink: Rgb): void {
  context.fillStyle = cssColour(ink);
  context.font = `500 ${SIDE * 0.66}px "Inter Variable", sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(sign, SIDE / 2, SIDE / 2 + 2);
}

function drawImage(context: CanvasRenderingContext2D, samples: Samples, ink: Rgb): void {
  const [height = 1, width = 1] = samples.spec.input;
  const cell = SIDE / Math.max(height, width);
  // The third, where there are more: of drawn shapes it is the circle.
  const at = Math.min(2, samples.rows - 1) * height * width;
  let most = 0;
  for (const value of samples.x) most = Math.max(most, value);
  for (let i = 0; i < height * width; i++) {
    context.globalAlpha = (samples.x[at + i] ?? 0) / (most || 1);
    context.fillStyle = cssColour(ink);
    context.fillRect((i % width) * cell, Math.floor(i / width) * cell, cell + 0.5, cell + 0.5);
  }
  context.globalAlpha = 1;
}
