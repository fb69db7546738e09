import { useConnection, useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { useDocument, useView } from '../../../state/stores.ts';
import { portOf } from '../../edit/node-boxes.ts';
import { nodeBelow } from '../below.ts';
import { PointerNote } from './pointer-note.tsx';

/** How far from its port an end is dragged before letting go cuts it, in pixels of the canvas. */
const AWAY = 40;

/** Says beside the pointer that letting go of a wire's end cuts the wire. */
export function CutHint() {
  const { t } = useTranslation();
  const flow = useReactFlow();
  const plugging = useView((view) => view.plugging);
  const wire = useDocument(({ document }) =>
    document.graph.wires.find(({ id }) => id === plugging),
  );
  const { active, onPort, outward, x, y } = useConnection((state) => ({
    active: state.inProgress,
    onPort: state.toNode !== null,
    outward: state.fromHandle?.type === 'source',
    x: state.to?.x ?? 0,
    y: state.to?.y ?? 0,
  }));
  if (!wire || !active || onPort) return null;
  const port = portOf(flow, outward ? wire.to : wire.from, !outward);
  const at = flow.flowToScreenPosition({ x, y });
  if (!port || Math.hypot(port.x - x, port.y - y) < AWAY || nodeBelow(at)) return null;
  return <PointerNote at={at}>{t('wiring.cut')}</PointerNote>;
}
