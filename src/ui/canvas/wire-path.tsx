import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { formatShape } from '../../core/shape.ts';
import { printShape, printValue } from '../../core/tensor/print-tensor.ts';
import type { Tensor } from '../../core/tensor/tensor.ts';
import { useCompilation, useView } from '../../state/stores.ts';
import { WireNote } from '../problems/node-note.tsx';
import type { FlowWire } from './project.ts';
import { wireCurve } from './wire-curve.ts';

/** Significant digits of a number on a wire. */
const FIGURES = 4;

/** A wire with the shape that flows along it. */
export const WirePath = memo(function WirePath(props: EdgeProps<FlowWire>) {
  const { id, source, target } = props;
  const { path, x, y } = wireCurve(props.sourceX, props.sourceY, props.targetX, props.targetY);
  const shape = useCompilation(({ shapes, values }) => {
    const tensor = values.get(source);
    if (tensor) return wireLabel(tensor);
    const known = shapes.get(source);
    return known && known.output.length > 0 ? formatShape(known.output) : undefined;
  });
  const problem = useCompilation(({ problems }) =>
    problems.find(({ at }) => 'wire' in at && at.wire === id),
  );
  const wrong = useCompilation(({ problems }) =>
    problems.some(
      ({ at, code }) =>
        ('wire' in at && at.wire === id) ||
        (code === 'rank-mismatch' && 'node' in at && at.node === target),
    ),
  );
  const dropping = useView(({ dropWire }) => dropWire === id);
  return (
    <g className={`react-flow__edge ${wrong ? 'problem' : ''} ${dropping ? 'dropping' : ''}`}>
      <BaseEdge id={id} path={path} interactionWidth={26} />
      <EdgeLabelRenderer>
        <div
          className="num pointer-events-none absolute text-[13px] text-ink-3"
          style={{ transform: `translate(-50%, -100%) translate(${x}px, ${y - 3}px)` }}
        >
          {shape}
        </div>
        {problem ? <WireNote problem={problem} x={x} y={y} /> : null}
      </EdgeLabelRenderer>
    </g>
  );
});

/** A single number as it is, any other tensor by its shape. */
const wireLabel = ({ dtype, shape, values }: Tensor): string =>
  shape.length === 0 ? printValue(dtype, values[0] ?? 0, FIGURES) : printShape(shape);
