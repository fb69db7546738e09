import { BaseEdge, type EdgeProps, Position } from '@xyflow/react';
import { lazy, memo, Suspense } from 'react';
import type { Compilation } from '../../../compiler/compile.ts';
import { wireCurve } from '../../../document/drawing/wire-curve.ts';
import type { Flow } from '../../../document/schema.ts';
import { useCompilation, useView } from '../../../state/stores.ts';
import { coarse } from '../../kit/coarse.ts';
import { problemAt, wireProblemAt } from '../at-place.ts';
import { WireLabel } from '../canvas-layers.tsx';
import type { FlowWire } from '../project.ts';
import type { WireSide } from './beside-wire.ts';
import { useLane } from './use-lane.ts';
import { useWirePlace } from './use-wire-place.ts';
import { wireText } from './wire-text.ts';

const WireNote = lazy(async () => ({
  default: (await import('../../problems/node-note.tsx')).WireNote,
}));

/** From where on a wire is long, in pixels. */
const LONG = 500;

/** How large a letter of a shape is, in pixels. */
const LETTER = { width: 7.8, height: 20 };

/** Where shapes stand, along a flow to the right and one downwards. */
const usual = {
  right: { side: 'above', gap: 3 },
  down: { side: 'right', gap: 7 },
} as const;

const sides = {
  above: { look: 'items-end justify-center', left: 0, top: -3 },
  below: { look: 'items-start justify-center', left: 0, top: 3 },
  right: { look: 'items-center', left: 7, top: 0 },
  left: { look: 'items-center justify-end', left: -7, top: 0 },
} as const satisfies Record<WireSide, object>;

/** A wire with the shape that flows along it. */
export const WirePath = memo(function WirePath(props: EdgeProps<FlowWire>) {
  const { id, data } = props;
  // The ends on screen may be cards of blocks.
  const source = data?.from ?? props.source;
  const target = data?.to ?? props.target;
  const flow: Flow = props.sourcePosition === Position.Bottom ? 'down' : 'right';
  const lane = useLane(id, flow);
  const { path, x, y } = wireCurve(props.sourceX, props.sourceY, props.targetX, props.targetY, {
    flow,
    lane,
  });
  const { shape, problem, wrong } = useCompilation((known) => ({
    shape: wireText(source, known),
    problem: wireProblemAt(id, known),
    wrong: isWrong(id, target, known),
  }));
  const dropping = useView(({ dropWire }) => dropWire === id);
  return (
    <g className={`react-flow__edge ${wrong ? 'problem' : ''} ${dropping ? 'dropping' : ''}`}>
      <BaseEdge id={id} path={path} interactionWidth={hitWidth(props)} />
      <WireLabel>
        {shape ? <Shape text={shape} x={x} y={y} flow={flow} /> : null}
        {problem ? (
          <Suspense fallback={null}>
            <WireNote problem={problem} x={x} y={y} />
          </Suspense>
        ) : null}
      </WireLabel>
    </g>
  );
});

/** What flows along a wire, beside its middle. */
function Shape({ text, x, y, flow }: { text: string; x: number; y: number; flow: Flow }) {
  const size = { width: text.length * LETTER.width, height: LETTER.height };
  const { side, shift } = useWirePlace({ x, y }, size, usual[flow]);
  const { look, left, top } = sides[side];
  const [across, down] = flow === 'right' ? [shift, 0] : [0, shift];
  return (
    <div
      className={`num pointer-events-none absolute flex size-0 text-[13px] whitespace-nowrap text-ink-3 ${look}`}
      style={{ left: x + left + across, top: y + top + down }}
    >
      <span className={flow === 'down' ? 'bg-bg' : ''}>{text}</span>
    </div>
  );
}

/** How wide a wire is hit, in pixels: a long one leaves more of the canvas to what it passes. */
function hitWidth({ sourceX, sourceY, targetX, targetY }: EdgeProps<FlowWire>): number {
  const isLong = Math.hypot(targetX - sourceX, targetY - sourceY) > LONG;
  return (coarse.matches ? 44 : 24) / (isLong ? 2 : 1);
}

/** Whether it is this wire that cannot be, or that brings what its node cannot take. */
const isWrong = (wire: string, target: string, known: Compilation): boolean =>
  wireProblemAt(wire, known) !== undefined || problemAt(target, known)?.code === 'rank-mismatch';
