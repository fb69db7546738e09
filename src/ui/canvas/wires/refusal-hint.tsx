import { useConnection, useReactFlow } from '@xyflow/react';
import { useStores, useView } from '../../../state/stores.ts';
import { nodeBelow } from '../below.ts';
import { planWiring } from './click-wiring.ts';
import { RefusalNote } from './refusal-note.tsx';

/** Says beside the pointer, while a wire is being drawn, why the port or the node below it refuses. */
export function RefusalHint() {
  const stores = useStores();
  const plugging = useView((view) => view.plugging);
  const { flowToScreenPosition } = useReactFlow();
  const connection = useConnection((state) => ({
    active: state.inProgress,
    from: state.fromNode?.id,
    to: state.toNode?.id,
    outward: state.fromHandle?.type === 'source',
    x: state.to?.x ?? 0,
    y: state.to?.y ?? 0,
  }));
  const { from, outward } = connection;
  if (!connection.active || from === undefined) return null;
  const at = flowToScreenPosition({ x: connection.x, y: connection.y });
  const to = connection.to ?? nodeBelow(at);
  if (to === undefined || from === to) return null;
  const wiring = { node: from, outward, ...(plugging !== undefined && { wire: plugging }) };
  const plan = planWiring(wiring, to, stores);
  if (plan.ok) return null;
  return <RefusalNote refusal={plan.error} x={at.x} y={at.y} />;
}
