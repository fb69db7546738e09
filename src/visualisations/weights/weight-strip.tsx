import { type MouseEvent, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeOf } from '../../core/shape.ts';
import type { WeightSpec } from '../../core/weights.ts';
import { frozenAt } from '../../document/frozen.ts';
import { useDocument, useStores, useView } from '../../state/stores.ts';
import { cssColour, type Rgb, useColours } from '../../ui/kit/colours.ts';
import { formatCount, formatFigure } from '../../ui/kit/format.ts';
import { paintMap, useRamp } from '../../ui/kit/map-canvas.tsx';
import { STRIP } from '../strip-width.ts';
import { useSame } from '../use-same.ts';
import type { DrawnTensor, WeightsPicture } from './probe.ts';
import {
  allWires,
  fitsWires,
  MATRIX_HEIGHT,
  strongestWires,
  WIRES,
  type Wire,
  wireAt,
  wiredOf,
} from './wires.ts';

/** Width of a wide layer's matrix, and where its strongest wires begin, in pixels. */
const MATRIX = 98;
const WIRES_LEFT = 104;

const tokens = ['--line-strong', '--ink', '--surface'];
const none: readonly DrawnTensor[] = [];

/** A layer's weights in its node: every one as a wire, or of a wide layer the matrix and its strongest wires. */
export function WeightStrip({
  id,
  name,
  weights,
}: {
  id: string;
  name: string;
  weights: readonly WeightSpec[];
}) {
  const { t } = useTranslation();
  const { views } = useStores();
  const trained = weights.filter(({ trainable }) => trainable).map(({ shape }) => shape);
  const height = fitsWires(trained) ? WIRES : MATRIX_HEIGHT;
  const count = formatCount(trained.reduce((sum, shape) => sum + sizeOf(shape), 0));
  const tensors = useSame(
    ({ frame, ready }) =>
      (ready ? (frame?.pictures['weights'] as WeightsPicture | undefined) : undefined)?.nodes[id],
  );
  const open = useView(({ weight }) => (weight?.place.node === id ? weight.place : undefined));
  const frozen = useDocument(({ document }) => document.training.frozen);
  const drawing = useMemo(() => drawingOf(tensors ?? none), [tensors]);
  const isFrozen = useMemo(() => {
    const held = new Map(
      (tensors ?? none).map(({ name: tensor, shape, tensor: at }) => [
        at,
        new Set(frozenAt(frozen, id, tensor, shape)),
      ]),
    );
    return (tensor: number, index: number): boolean => held.get(tensor)?.has(index) ?? false;
  }, [tensors, frozen, id]);
  const canvas = useRef<HTMLCanvasElement>(null);
  const isOpen = useCallback(
    (tensor: number, index: number) => open?.tensor === tensor && open.index === index,
    [open],
  );
  usePainted(canvas, drawing, height, isFrozen, isOpen);

  function placeAt(event: MouseEvent<HTMLElement>): Place | undefined {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * STRIP;
    const y = ((event.clientY - box.top) / box.height) * height;
    return placeIn(drawing, x, y);
  }

  function press(event: MouseEvent<HTMLElement>): void {
    const byKey = event.detail === 0;
    const [first] = tensors ?? [];
    const place = byKey ? first && { tensor: first.tensor, index: 0 } : placeAt(event);
    if (!place) return;
    const { tensor, index } = place;
    views.getState().set({ weight: { place: { node: id, tensor, index }, byKey } });
  }

  function read(event: MouseEvent<HTMLElement>): void {
    const place = placeAt(event);
    event.currentTarget.style.cursor = place ? 'pointer' : '';
    event.currentTarget.title = place ? formatFigure(place.value) : '';
  }

  return (
    <button
      type="button"
      // Tab goes along the wires; U leads in here.
      tabIndex={-1}
      data-inner
      data-testid="weight-strip"
      aria-label={t('weights.of', { name, count })}
      className="relative mt-1 block cursor-[inherit] rounded"
      style={{ width: STRIP, height }}
      onClick={press}
      onPointerMove={read}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.currentTarget.closest<HTMLElement>('.react-flow__node')?.focus();
      }}
    >
      <canvas ref={canvas} aria-hidden className="block size-full" />
    </button>
  );
}

interface Place {
  readonly tensor: number;
  readonly index: number;
  readonly value: number;
}

interface Drawing {
  readonly wires: readonly Wire[];
  /** What is drawn as a matrix, left of its strongest wires. */
  readonly matrix: DrawnTensor | undefined;
}

function drawingOf(tensors: readonly DrawnTensor[]): Drawing {
  if (wiredOf(tensors)) return { wires: allWires(tensors), matrix: undefined };
  const matrix = tensors.find(({ shape }) => shape.length > 1) ?? tensors[0];
  if (!matrix) return { wires: [], matrix: undefined };
  return { wires: strongestWires(matrix, WIRES_LEFT, STRIP - WIRES_LEFT), matrix };
}

/** The number at a point of the drawing. */
function placeIn({ wires, matrix }: Drawing, x: number, y: number): Place | undefined {
  if (!matrix || x > MATRIX) return wireAt(wires, x, y);
  const column = Math.min(matrix.columns - 1, Math.floor((x / MATRIX) * matrix.columns));
  const row = Math.min(matrix.rows - 1, Math.floor((y / MATRIX_HEIGHT) * matrix.rows));
  const cell = row * matrix.columns + column;
  return {
    tensor: matrix.tensor,
    index: matrix.places[cell] ?? 0,
    value: matrix.values[cell] ?? 0,
  };
}

/** Whether something holds for one number of a layer. */
type OfNumber = (tensor: number, index: number) => boolean;

/** Keeps a canvas showing the weights as they come. */
function usePainted(
  canvas: RefObject<HTMLCanvasElement | null>,
  { wires, matrix }: Drawing,
  tall: number,
  isFrozen: OfNumber,
  isOpen: OfNumber,
): void {
  const ramp = useRamp();
  const [line, ink, surface] = useColours(tokens) as [Rgb, Rgb, Rgb];
  const room = useMemo(() => document.createElement('canvas'), []);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const [width, height] = [STRIP * devicePixelRatio, tall * devicePixelRatio].map(Math.round);
    if (width && element.width !== width) element.width = width;
    if (height && element.height !== height) element.height = height;
    context.setTransform(element.width / STRIP, 0, 0, element.height / tall, 0, 0);
    context.clearRect(0, 0, STRIP, tall);
    if (matrix) {
      room.width = matrix.columns;
      room.height = matrix.rows;
      const { rows, columns, values, reach } = matrix;
      const image = paintMap({ height: rows, width: columns, values }, reach, ramp);
      room.getContext('2d')?.putImageData(image, 0, 0);
      context.imageSmoothingEnabled = false;
      context.drawImage(room, 0, 0, MATRIX, tall);
      context.fillStyle = cssColour(ink);
      matrix.places.forEach((place, cell) => {
        if (!isFrozen(matrix.tensor, place)) return;
        const x = (((cell % columns) + 0.5) * MATRIX) / columns;
        dot(context, x, ((Math.floor(cell / columns) + 0.5) * tall) / rows, 1.5);
      });
    }
    for (const wire of wires.toSorted((a, b) => Math.abs(a.share) - Math.abs(b.share))) {
      const [x, y] = wire.from;
      const [toX, toY] = wire.to;
      if (isOpen(wire.tensor, wire.index)) {
        stroke(context, wire, cssColour(ink), wire.width + 3, []);
        stroke(context, wire, cssColour(surface), wire.width + 1, []);
      }
      const colour = ramp[Math.round(127.5 * (1 + wire.share))] ?? line;
      // A broken line is a negative number, whatever the eye makes of its colour.
      stroke(context, wire, cssColour(colour), wire.width, wire.value < 0 ? [5, 3] : []);
      context.fillStyle = cssColour(line);
      if (wire.isBias) context.fillRect(x - 3, y - 3, 6, 6);
      else dot(context, x, y, 3);
      dot(context, toX, toY, 2);
      if (isFrozen(wire.tensor, wire.index)) pin(context, wire, cssColour(ink), cssColour(surface));
    }
  }, [canvas, wires, matrix, tall, isFrozen, isOpen, ramp, line, ink, surface, room]);
}

function stroke(
  context: CanvasRenderingContext2D,
  { from, to }: Wire,
  colour: string,
  width: number,
  dashes: number[],
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dashes);
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
  context.setLineDash([]);
}

function dot(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

/** A small lock on a wire, off the middle where many cross. */
function pin(
  context: CanvasRenderingContext2D,
  { from, to }: Wire,
  ink: string,
  surface: string,
): void {
  const [x, y] = [from[0] + 0.4 * (to[0] - from[0]), from[1] + 0.4 * (to[1] - from[1])];
  context.fillStyle = surface;
  dot(context, x, y, 6.5);
  context.strokeStyle = ink;
  context.fillStyle = ink;
  context.lineWidth = 1.5;
  context.fillRect(x - 3.5, y - 0.5, 7, 5);
  context.beginPath();
  context.arc(x, y - 0.5, 2.4, Math.PI, 0);
  context.stroke();
}
