import type { ReactFlowInstance } from '@xyflow/react';
import { arityOf } from '../../compiler/check.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import type { Graph, GraphDocument, Position } from '../../document/schema.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import type { DropSpot } from '../../state/view-store.ts';
import { newPort, portOf } from './node-boxes.ts';
import { planConnection } from './plan-connection.ts';

/** How near a port must be to be wired to, in pixels of the canvas. */
const REACH = 150;
/** The new node while it has no id yet; no node is called so. */
const NEW = ' ';

/** The open ports that a new node at a place would be wired to: the nearest output before, input after it. */
export function nearPorts(
  flow: ReactFlowInstance,
  { graph, flow: direction }: Pick<GraphDocument, 'graph' | 'flow'>,
  catalogue: Catalogue,
  kind: LayerKind,
  at: Position,
): Pick<DropSpot, 'before' | 'after'> {
  const grown: Graph = {
    ...graph,
    nodes: { ...graph.nodes, [NEW]: { kind: kind.kind, params: {} } },
  };
  const fed = (id: string): number => graph.wires.filter(({ to }) => to === id).length;
  const feeds = new Set(graph.wires.map(({ from }) => from));
  const kindOf = (id: string) => catalogue.layers.get(graph.nodes[id]?.kind ?? '');
  const portAt = (outward: boolean): Position => {
    const port = newPort(direction, outward);
    return { x: at.x + port.x, y: at.y + port.y };
  };

  const nearest = (here: Position, outward: boolean, isOpen: (id: string) => boolean) => {
    let best: { id: string; far: number } | undefined;
    for (const id of Object.keys(graph.nodes)) {
      const port = portOf(flow, id, outward);
      if (!port || !isOpen(id)) continue;
      // A wire runs one way: what lies on the other side is not meant.
      const along = direction === 'down' ? 'y' : 'x';
      const gap = outward ? here[along] - port[along] : port[along] - here[along];
      const far = Math.hypot(port.x - here.x, port.y - here.y);
      if (gap > -80 && far < (best?.far ?? REACH)) best = { id, far };
    }
    return best?.id;
  };
  const before = nearest(
    portAt(false),
    true,
    (id) => !feeds.has(id) && planConnection(grown, catalogue, id, NEW).ok,
  );
  const wired: Graph =
    before === undefined
      ? grown
      : { ...grown, wires: [...graph.wires, { id: NEW, from: before, to: NEW }] };
  const after = nearest(portAt(true), false, (id) => {
    const other = kindOf(id);
    const room = other !== undefined && fed(id) < arityOf(other).max;
    return room && planConnection(wired, catalogue, NEW, id).ok;
  });
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
