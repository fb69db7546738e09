import { useReactFlow } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Position } from '../../../document/schema.ts';
import { useStores } from '../../../state/stores.ts';
import type { Wiring } from '../../../state/view-store.ts';
import { portOf } from '../../edit/node-boxes.ts';
import { nodeBelow } from '../below.ts';
import { OverNodes } from '../canvas-layers.tsx';
import { planWiring } from './click-wiring.ts';
import { Ghost } from './ghost.tsx';
import { RefusalNote } from './refusal-note.tsx';

/** The wire that is drawn by clicks: it follows the pointer, and Escape leaves it. */
export function PendingWire({ wiring }: { wiring: Wiring }) {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const stores = useStores();
  const { views } = stores;
  const [pointer, setPointer] = useState<Position>();
  useEffect(() => {
    const follow = ({ clientX: x, clientY: y }: PointerEvent): void => setPointer({ x, y });
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      views.getState().set({ wiring: undefined });
    };
    addEventListener('pointermove', follow);
    addEventListener('keydown', leave, { capture: true });
    return () => {
      removeEventListener('pointermove', follow);
      removeEventListener('keydown', leave, { capture: true });
    };
  }, [views]);

  const { node, outward } = wiring;
  const port = portOf(flow, node, outward);
  if (!port) return null;
  const below = pointer && nodeBelow(pointer);
  const other = below === node ? undefined : below;
  const plan = other === undefined ? undefined : planWiring(wiring, other, stores);
  const end =
    plan?.ok && other !== undefined ? other : pointer && flow.screenToFlowPosition(pointer);
  const wire =
    end === undefined ? [] : [outward ? { from: node, to: end } : { from: end, to: node }];
  const ring = { x: port.x - 9, y: port.y - 9, width: 18, height: 18 };
  return (
    <>
      <OverNodes>
        <Ghost boxes={[ring]} wires={wire} />
      </OverNodes>
      <p role="status" className="sr-only">
        {t('wiring.pending')}
      </p>
      {pointer && plan && !plan.ok ? <RefusalNote refusal={plan.error} {...pointer} /> : null}
    </>
  );
}
