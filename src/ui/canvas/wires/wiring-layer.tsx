import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import type { Position } from '../../../document/schema.ts';
import { NODE_SIZE } from '../../../document/spacing.ts';
import { useDocument, useView } from '../../../state/stores.ts';
import type { DropSpot, ViewState } from '../../../state/view-store.ts';
import { newPort } from '../../edit/node-boxes.ts';
import { OverNodes } from '../canvas-layers.tsx';
import { CutHint } from './cut-hint.tsx';
import { DropGhost } from './drop-ghost.tsx';
import { Ghost, type GhostWire } from './ghost.tsx';
import { PendingWire } from './pending-wire.tsx';
import { WireEnds } from './wire-ends.tsx';
import { WirePlus } from './wire-plus.tsx';

/** What stands on the canvas only while it is wired: ghosts of what will be, and the plus on a wire. */
export function WiringLayer() {
  const [kindList, wiring, dropSpot, dropWire] = useView(
    (view) => [view.kindList, view.wiring, view.dropSpot, view.dropWire] as const,
  );
  // What is typed right after the list was asked for belongs into it: it must not be waited for.
  useEffect(() => void import('../../edit/kind-list.tsx'), []);
  return (
    <>
      <OverNodes>
        {kindList ? <ListWire {...kindList} /> : null}
        {dropSpot ? <SpotGhost {...dropSpot} /> : null}
        {dropWire === undefined ? null : <DropGhost wire={dropWire} />}
        {wiring || kindList || dropSpot ? null : (
          <>
            <WireEnds />
            <WirePlus />
          </>
        )}
      </OverNodes>
      {wiring ? <PendingWire wiring={wiring} /> : null}
      <CutHint />
    </>
  );
}

/** The wire to where the list of kinds asks what comes there. */
function ListWire({ place, x, y }: NonNullable<ViewState['kindList']>) {
  const flow = useReactFlow();
  if (place.type !== 'after' && place.type !== 'before') return null;
  const at = flow.screenToFlowPosition({ x, y });
  const { node } = place;
  return (
    <Ghost wires={[place.type === 'after' ? { from: node, to: at } : { from: at, to: node }]} />
  );
}

/** Where a carried layer would stand, and the wires it would get. */
function SpotGhost({ x, y, before, after }: DropSpot) {
  const direction = useDocument(({ document }) => document.flow);
  const portAt = (outward: boolean): Position => {
    const port = newPort(direction, outward);
    return { x: x + port.x, y: y + port.y };
  };
  const wires: GhostWire[] = [];
  if (before !== undefined) wires.push({ from: before, to: portAt(false) });
  if (after !== undefined) wires.push({ from: portAt(true), to: after });
  return <Ghost boxes={[{ x, y, ...NODE_SIZE }]} wires={wires} />;
}
