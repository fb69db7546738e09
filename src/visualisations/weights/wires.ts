import type { Shape } from '../../core/shape.ts';
import { STRIP } from '../strip-width.ts';
import type { DrawnTensor } from './probe.ts';

/** Height of the wires in a node, and of what stands for a wide layer, in pixels. */
export const WIRES = 34;
export const MATRIX_HEIGHT = 22;
/** More wires than these are a hairball. */
const MOST_SIDE = 8;
const MOST_WIRES = 32;
/** How near a press must be, in pixels. */
const REACH = 5;
/** Widths of the thinnest and of the strongest wire, in pixels. */
const WIDTHS = [0.75, 5] as const;

/** One wire of the drawing: from an input, or from the 1 that a bias stands on, down to a unit. */
export interface Wire {
  readonly tensor: number;
  readonly index: number;
  readonly value: number;
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  /** Between 0.75 and 5 pixels, by its size. */
  readonly width: number;
  /** From −1 to 1, for the diverging scale. */
  readonly share: number;
  readonly isBias: boolean;
}

/** The matrix and the biases of a layer whose wires can all be drawn. */
export function wiredOf(
  tensors: readonly DrawnTensor[],
): { readonly kernel: DrawnTensor; readonly bias: DrawnTensor | undefined } | undefined {
  const [kernel, bias] = tensors;
  return kernel && fitsWires(tensors.map(({ shape }) => shape)) ? { kernel, bias } : undefined;
}

/** Whether tensors of these shapes are a matrix and its biases, with few enough numbers for a wire each. */
export function fitsWires([kernel, bias, ...others]: readonly Shape[]): boolean {
  const [inputs = 0, units = 0] = kernel ?? [];
  const isSmall = inputs <= MOST_SIDE && units <= MOST_SIDE && inputs * units <= MOST_WIRES;
  const isPlain = !bias || (bias.length === 1 && bias[0] === units);
  return kernel?.length === 2 && isSmall && isPlain && others.length === 0;
}

/** Every wire of a small layer. Inputs stand on top, the bias behind them; units below. */
export function allWires(tensors: readonly DrawnTensor[]): readonly Wire[] {
  const wired = wiredOf(tensors);
  if (!wired) return [];
  const { kernel, bias } = wired;
  const [inputs = 1, units = 1] = kernel.shape;
  const tops = inputs + (bias ? 1 : 0);
  const reach = Math.max(kernel.reach, bias?.reach ?? 0);
  const wire = (tensor: DrawnTensor, index: number, top: number, unit: number): Wire => ({
    tensor: tensor.tensor,
    index,
    from: [((top + 0.5) * STRIP) / tops, 3],
    to: [((unit + 0.5) * STRIP) / units, WIRES - 2],
    isBias: tensor === bias,
    ...strength(tensor.values[index] ?? 0, reach),
  });
  return [
    ...Array.from({ length: inputs * units }, (_, i) =>
      wire(kernel, i, Math.floor(i / units), i % units),
    ),
    ...(bias ? Array.from({ length: units }, (_, unit) => wire(bias, unit, inputs, unit)) : []),
  ];
}

/** The strongest wires of a wide layer, in a box of their own: places on its edges are shares of the layer. */
export function strongestWires(kernel: DrawnTensor, left: number, width: number): readonly Wire[] {
  const units = kernel.shape.at(-1) ?? 1;
  const inputs = Math.max(1, kernel.shape.reduce((size, side) => size * side, 1) / units);
  return kernel.strongest.map(({ at: index, value }) => ({
    tensor: kernel.tensor,
    index,
    from: [left + ((Math.floor(index / units) + 0.5) * width) / inputs, 3],
    to: [left + (((index % units) + 0.5) * width) / units, MATRIX_HEIGHT - 2],
    isBias: false,
    ...strength(value, kernel.reach),
  }));
}

function strength(value: number, reach: number): Pick<Wire, 'value' | 'width' | 'share'> {
  const share = reach > 0 ? value / reach : 0;
  return { value, share, width: WIDTHS[0] + (WIDTHS[1] - WIDTHS[0]) * Math.abs(share) };
}

/** The wire at a point, if one is near. */
export function wireAt(wires: readonly Wire[], x: number, y: number): Wire | undefined {
  let best: Wire | undefined;
  let nearest = REACH;
  for (const wire of wires) {
    const far = distance(wire, x, y) - wire.width / 2;
    if (far >= nearest) continue;
    nearest = far;
    best = wire;
  }
  return best;
}

/** How far a point is from a wire, in pixels. */
function distance({ from, to }: Wire, x: number, y: number): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy);
}
