import { useReactFlow } from '@xyflow/react';
import { applyCommand } from '../../../document/commands.ts';
import type { Box } from '../../../document/free-spot.ts';
import type { Position } from '../../../document/schema.ts';
import { NODE_SIZE } from '../../../document/spacing.ts';
import { useDocument, useView } from '../../../state/stores.ts';
import { newPort, portOf } from '../../edit/node-boxes.ts';
import { Ghost } from './ghost.tsx';

/** The new node while it has no id yet; no node is called so. */
const NEW = ' ';

/** A carried layer in the middle of a wire, and where what it pushes aside would go. */
export function DropGhost({ wire: id }: { wire: string }) {
  const flow = useReactFlow();
  const document = useDocument((state) => state.document);
  const kind = useView(({ carried }) => carried?.kind);
  const wire = document.graph.wires.find((each) => each.id === id);
  if (!kind || !wire) return null;
  const node = { kind, params: {} };
  const { layout } = applyCommand(document, { type: 'insertOnWire', wire: id, id: NEW, node });
  const at = layout[NEW];
  const target = portOf(flow, wire.to, false);
  if (!at || !target) return null;
  const pushed = Object.keys(document.layout).filter(
    (each) => layout[each] !== document.layout[each],
  );
  const boxes = pushed.flatMap((each): Box[] => {
    const place = layout[each];
    const { width, height } = flow.getInternalNode(each)?.measured ?? {};
    return place && width && height ? [{ ...place, width, height }] : [];
  });
  const aside = (along: 'x' | 'y'): number =>
    (layout[wire.to]?.[along] ?? 0) - (document.layout[wire.to]?.[along] ?? 0);
  const portAt = (outward: boolean): Position => {
    const port = newPort(document.flow, outward);
    return { x: at.x + port.x, y: at.y + port.y };
  };
  return (
    <Ghost
      boxes={[{ ...at, ...NODE_SIZE }, ...boxes]}
      wires={[
        { from: wire.from, to: portAt(false) },
        { from: portAt(true), to: { x: target.x + aside('x'), y: target.y + aside('y') } },
      ]}
    />
  );
}
