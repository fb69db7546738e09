import type { Flow } from '../schema.ts';

/** How far below a node's upper edge its ports stand where it flows to the right, in pixels. */
export const PORT_TOP = 27;

/** Where a wire leaves a node, and where one reaches it. */
export const portsAt = (
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  flow: Flow,
): {
  readonly input: readonly [number, number];
  readonly output: readonly [number, number];
} =>
  flow === 'down'
    ? { input: [x + width / 2, y], output: [x + width / 2, y + height] }
    : { input: [x, y + PORT_TOP], output: [x + width, y + PORT_TOP] };
