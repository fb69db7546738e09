/** Sizes of the axes of one sample, without the batch axis. `[2]` is a row, `[28, 28, 1]` an image. */
export type Shape = readonly number[];

/** Number of values in one tensor of this shape. */
export const sizeOf = (shape: Shape): number => shape.reduce((product, axis) => product * axis, 1);

/** Whether two shapes agree in rank and in every axis. */
export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((axis, i) => axis === b[i]);

/** Whether no side is left open. */
export const isClosed = (shape: Shape): boolean => shape.every((side) => side >= 0);

/** A shape as people write it: `2`, `28×28×1`; a side that is left open is `?`. */
export const formatShape = (shape: Shape): string =>
  shape.map((side) => (side < 0 ? '?' : side)).join('×');

/** Where an element of a tensor stands, axis by axis, from 0; `index` counts row by row. */
export function placeIn(shape: Shape, index: number): number[] {
  let rest = index;
  return shape
    .toReversed()
    .map((side) => {
      const at = rest % side;
      rest = Math.floor(rest / side);
      return at;
    })
    .toReversed();
}

/** What a place is called for people, each axis counted from 1: `[1, 2]`. */
export const placeName = (shape: Shape, index: number): string =>
  `[${placeIn(shape, index)
    .map((at) => at + 1)
    .join(', ')}]`;
