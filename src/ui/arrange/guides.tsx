import { useViewport } from '@xyflow/react';
import { OverNodes } from '../canvas/canvas-layers.tsx';
import type { Guide } from './snap.ts';

/** Thin lines along which what is dragged stands level with others. */
export function Guides({ guides }: { guides: readonly Guide[] }) {
  const { zoom } = useViewport();
  const thin = 1 / zoom;
  return (
    <OverNodes>
      {guides.map(({ axis, at, from, to }) => (
        <i
          key={`${axis} ${at}`}
          data-guide={axis}
          aria-hidden="true"
          className="pointer-events-none absolute bg-accent"
          style={
            axis === 'x'
              ? { left: at - thin / 2, top: from, width: thin, height: to - from }
              : { left: from, top: at - thin / 2, width: to - from, height: thin }
          }
        />
      ))}
    </OverNodes>
  );
}
