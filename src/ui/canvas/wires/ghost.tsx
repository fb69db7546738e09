import { useReactFlow } from '@xyflow/react';
import { wireCurve } from '../../../document/drawing/wire-curve.ts';
import type { Box } from '../../../document/free-spot.ts';
import type { Position } from '../../../document/schema.ts';
import { useDocument } from '../../../state/stores.ts';
import { portOf } from '../../edit/node-boxes.ts';
import { foldedNodes } from '../nodes/folded.ts';

/** A wire that would be: each end is a node, or a point of the canvas. */
export interface GhostWire {
  readonly from: string | Position;
  readonly to: string | Position;
}

/** Nodes and wires that are not there yet, dashed, in pixels of the canvas. */
export function Ghost({
  boxes = [],
  wires = [],
}: {
  boxes?: readonly Box[];
  wires?: readonly GhostWire[];
}) {
  const flow = useReactFlow();
  const document = useDocument((state) => state.document);
  const direction = document.flow;
  const folded = foldedNodes(document);
  const port = (id: string, outward: boolean) => portOf(flow, folded.get(id) ?? id, outward);
  const curves = wires.flatMap(({ from, to }) => {
    const a = typeof from === 'string' ? port(from, true) : from;
    const b = typeof to === 'string' ? port(to, false) : to;
    return a && b ? [wireCurve(a.x, a.y, b.x, b.y, { flow: direction }).path] : [];
  });
  return (
    <svg
      aria-hidden="true"
      data-testid="ghost"
      className="pointer-events-none absolute top-0 left-0 overflow-visible"
      width="1"
      height="1"
      fill="none"
      stroke="var(--accent)"
      strokeWidth="2"
      strokeDasharray="6 4"
    >
      {boxes.map((box, i) => (
        <rect key={i} {...box} rx="10" fill="var(--accent-soft)" fillOpacity="0.5" />
      ))}
      {curves.map((path) => (
        <path key={path} d={path} data-ghost-wire />
      ))}
    </svg>
  );
}
