import { type KeyboardEvent, type PointerEvent, type SVGProps, useState } from 'react';
import { shortestSingle } from '../../core/single.ts';
import type { LandscapePicture } from './probe.ts';
import { alongAxis, shareOf } from './scale.ts';

/** How far an arrow key moves the ball, as a share of an axis. */
const KEY_STEP = 0.01;

/** The ball of a landscape: dragged or moved by key, and let go of where training is to go on from. */
export function useBall(picture: LandscapePicture, onDrop: (values: readonly number[]) => void) {
  const { axes, here } = picture;
  const [dragged, setDragged] = useState<readonly number[]>();
  const resting = axes.map((axis, i) => shareOf(axis, here[i] ?? 0));
  const drop = (shares: readonly number[]): void =>
    onDrop(
      axes.map((axis, i) => shortestSingle(Math.fround(alongAxis(axis, within(shares[i] ?? 0))))),
    );

  const placeOf = (event: PointerEvent<SVGSVGElement>): readonly number[] => {
    const box = event.currentTarget.getBoundingClientRect();
    const clamp = (share: number): number => Math.min(1, Math.max(0, share));
    const across = clamp((event.clientX - box.left) / box.width);
    return axes.length === 1
      ? [across]
      : [across, clamp(1 - (event.clientY - box.top) / box.height)];
  };

  const handlers = {
    role: 'slider',
    tabIndex: 0,
    'aria-valuenow': here[0],
    'aria-valuemin': axes[0]?.from,
    'aria-valuemax': axes[0]?.to,
    'aria-valuetext': here.map((value) => value.toPrecision(4)).join(', '),
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged(placeOf(event));
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (dragged) setDragged(placeOf(event));
    },
    onPointerUp: (event: PointerEvent<SVGSVGElement>) => {
      if (!dragged) return;
      drop(placeOf(event));
      setDragged(undefined);
    },
    onPointerCancel: () => setDragged(undefined),
    onKeyDown: (event: KeyboardEvent) => {
      const [across, up] = moves[event.key] ?? [];
      if (across === undefined || up === undefined) return;
      event.preventDefault();
      const [u = 0, v = 0] = resting;
      drop(axes.length === 1 ? [u + (across || up)] : [u + across, v + up]);
    },
  } satisfies SVGProps<SVGSVGElement>;

  return { ball: dragged ?? resting, held: dragged !== undefined, handlers };
}

const moves: Readonly<Record<string, readonly [across: number, up: number]>> = {
  ArrowLeft: [-KEY_STEP, 0],
  ArrowRight: [KEY_STEP, 0],
  ArrowUp: [0, KEY_STEP],
  ArrowDown: [0, -KEY_STEP],
};

const within = (share: number): number => Math.min(1, Math.max(0, share));
