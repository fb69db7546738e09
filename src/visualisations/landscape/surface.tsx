import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { heightsOf } from '../heights.ts';
import type { LandscapePicture } from './probe.ts';
import { shareOf } from './scale.ts';

const SIDE = 300;
/** Every second point of the grid: a surface of 20 × 20 faces. */
const STRIDE = 2;
const TURN_KEY = 0.1;
const TILT = { min: 0.15, max: 1.4 };

interface Pose {
  readonly turn: number;
  readonly tilt: number;
}

/** The cost over two parameters as a surface that can be turned, with the way that training has come. */
export function Surface({
  picture,
  logarithmic,
}: {
  picture: LandscapePicture;
  logarithmic: boolean;
}) {
  const { t } = useTranslation();
  const [pose, setPose] = useState<Pose>({ turn: 0.7, tilt: 0.6 });
  const grip = useRef<{ x: number; y: number; pose: Pose }>(undefined);
  const heights = useMemo(
    () => heightsOf(picture.costs, logarithmic),
    [picture.costs, logarithmic],
  );
  const project = projection(pose);
  const { axes, path, here, size } = picture;
  const [first, second] = axes;
  if (!first || !second) return null;
  const heightAt = (u: number, v: number): number => {
    const clamp = (share: number): number =>
      Math.round(Math.min(1, Math.max(0, share)) * (size - 1));
    return heights[clamp(v) * size + clamp(u)] ?? 0;
  };
  const spot = (x: number, y: number): readonly [number, number] => {
    const [u, v] = [shareOf(first, x), shareOf(second, y)];
    const { x: left, y: top } = project(u, v, heightAt(u, v));
    return [left, top];
  };
  const way = Array.from({ length: path.length / 2 }, (_, i) =>
    spot(path[2 * i] ?? 0, path[2 * i + 1] ?? 0).join(','),
  ).join(' ');
  const [ballX, ballY] = spot(here[0] ?? 0, here[1] ?? 0);

  const move = (event: PointerEvent): void => {
    const { current } = grip;
    if (!current) return;
    setPose({
      turn: current.pose.turn + (event.clientX - current.x) / 100,
      tilt: bounded(current.pose.tilt + (event.clientY - current.y) / 150),
    });
  };
  const key = (event: KeyboardEvent): void => {
    const change = turns[event.key];
    if (!change) return;
    event.preventDefault();
    setPose({ turn: pose.turn + change.turn, tilt: bounded(pose.tilt + change.tilt) });
  };
  return (
    <div
      className="mx-auto w-full max-w-[min(300px,34vh)] cursor-move touch-none rounded-lg bg-surface-2"
      role="slider"
      tabIndex={0}
      aria-label={t('landscape.surface')}
      aria-valuenow={Math.round((pose.turn * 180) / Math.PI)}
      data-testid="landscape-surface"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, y: event.clientY, pose };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        grip.current = undefined;
      }}
      onKeyDown={key}
    >
      <svg viewBox={`0 0 ${SIDE} ${SIDE * 0.8}`} className="block w-full" aria-hidden="true">
        {facesOf(heights, size, project).map(({ key: id, points, height }) => (
          <polygon
            key={id}
            points={points}
            fill="color-mix(in oklab, var(--accent) var(--share), var(--surface))"
            style={{ '--share': `${Math.round(12 + 70 * height)}%` } as React.CSSProperties}
            stroke="var(--line-strong)"
            strokeWidth="0.4"
          />
        ))}
        <polyline points={way} fill="none" stroke="var(--warn)" strokeWidth="1.8" />
        <circle cx={ballX} cy={ballY} r="5" fill="var(--warn)" stroke="var(--surface)" />
      </svg>
    </div>
  );
}

const turns: Readonly<Record<string, Pose>> = {
  ArrowLeft: { turn: -TURN_KEY, tilt: 0 },
  ArrowRight: { turn: TURN_KEY, tilt: 0 },
  ArrowUp: { turn: 0, tilt: TURN_KEY },
  ArrowDown: { turn: 0, tilt: -TURN_KEY },
};

const bounded = (tilt: number): number => Math.min(TILT.max, Math.max(TILT.min, tilt));

/** Turns about the upright axis, tilts, and looks from straight ahead. Far is larger. */
const projection =
  ({ turn, tilt }: Pose) =>
  (u: number, v: number, height: number): { x: number; y: number; far: number } => {
    const [a, b] = [u - 0.5, v - 0.5];
    const x = a * Math.cos(turn) - b * Math.sin(turn);
    const depth = a * Math.sin(turn) + b * Math.cos(turn);
    const y = -depth * Math.sin(tilt) - (height - 0.4) * 0.55 * Math.cos(tilt);
    return { x: SIDE * (0.5 + 0.62 * x), y: SIDE * (0.42 + 0.62 * y), far: depth };
  };

/** The faces of the surface, the farthest first. */
function facesOf(heights: Float32Array, size: number, project: ReturnType<typeof projection>) {
  const faces: { key: string; points: string; height: number; far: number }[] = [];
  const corner = (row: number, column: number) => {
    const height = heights[row * size + column] ?? 0;
    return { ...project(column / (size - 1), row / (size - 1), height), height };
  };
  for (let row = 0; row + STRIDE < size; row += STRIDE) {
    for (let column = 0; column + STRIDE < size; column += STRIDE) {
      const corners = [
        corner(row, column),
        corner(row, column + STRIDE),
        corner(row + STRIDE, column + STRIDE),
        corner(row + STRIDE, column),
      ];
      faces.push({
        key: `${row} ${column}`,
        points: corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' '),
        height: corners.reduce((sum, { height }) => sum + height / 4, 0),
        far: corners.reduce((sum, { far }) => sum + far, 0),
      });
    }
  }
  return faces.sort((a, b) => b.far - a.far);
}
