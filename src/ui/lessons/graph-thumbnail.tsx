import { wireCurve } from '../../document/drawing/wire-curve.ts';
import { positionOf } from '../../document/queries.ts';
import type { GraphDocument } from '../../document/schema.ts';
import { useStores } from '../../state/stores.ts';

const NODE = { width: 194, height: 70 };

/** A network in small: its nodes in their families' colours, where they stand, and its wires. */
export function GraphThumbnail({ document }: { document: GraphDocument }) {
  const { catalogue } = useStores();
  const { nodes, wires } = document.graph;
  const places = Object.keys(nodes).map((id) => positionOf(document, id));
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  const right = Math.max(...places.map(({ x }) => x)) + NODE.width;
  const bottom = Math.max(...places.map(({ y }) => y)) + NODE.height;
  return (
    <svg
      viewBox={`${left - 60} ${top - 20} ${right - left + 120} ${bottom - top + 40}`}
      className="h-24 w-full rounded-lg bg-bg"
      aria-hidden="true"
    >
      {wires.map(({ id, from, to }) => {
        const a = positionOf(document, from);
        const b = positionOf(document, to);
        const { flow } = document;
        const [w, h] = flow === 'down' ? [0.5, 1] : [1, 0.5];
        const [x1, y1] = [a.x + NODE.width * w, a.y + NODE.height * h];
        const [x2, y2] = [b.x + NODE.width * (1 - w), b.y + NODE.height * (1 - h)];
        return (
          <path
            key={id}
            d={wireCurve(x1, y1, x2, y2, { flow }).path}
            fill="none"
            stroke="var(--line-strong)"
            strokeWidth="7"
          />
        );
      })}
      {Object.entries(nodes).map(([id, node]) => {
        const { x, y } = positionOf(document, id);
        const family = catalogue.layers.get(node.kind)?.family ?? 'data';
        return (
          <rect
            key={id}
            x={x}
            y={y}
            width={NODE.width}
            height={NODE.height}
            rx="16"
            fill="var(--surface)"
            stroke={`var(--family-${family})`}
            strokeWidth="8"
          />
        );
      })}
    </svg>
  );
}
