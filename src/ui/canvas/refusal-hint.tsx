import { useConnection, useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import { useDocument, useStores } from '../../state/stores.ts';
import { planConnection } from '../edit/plan-connection.ts';
import { nodeAtPort } from './folded.ts';

/** Says beside the pointer, while a wire is being drawn, why the port below it refuses. */
export function RefusalHint() {
  const { t } = useTranslation();
  const words = useWords();
  const { catalogue } = useStores();
  const document = useDocument((state) => state.document);
  const { graph } = document;
  const { flowToScreenPosition } = useReactFlow();
  const connection = useConnection((state) => ({
    active: state.inProgress,
    from: state.fromNode?.id,
    to: state.toNode?.id,
    reverse: state.fromHandle?.type === 'target',
    x: state.to?.x ?? 0,
    y: state.to?.y ?? 0,
  }));
  const { reverse } = connection;
  const [from, to] = [connection.from, connection.to].map((id, i) =>
    id === undefined
      ? undefined
      : nodeAtPort(document, id, (i === 0) === reverse ? 'inputs' : 'outputs'),
  );
  if (!connection.active || from === undefined || to === undefined || from === to) return null;
  const plan = reverse
    ? planConnection(graph, catalogue, to, from)
    : planConnection(graph, catalogue, from, to);
  if (plan.ok) return null;
  const at = flowToScreenPosition({ x: connection.x, y: connection.y });
  const { error } = plan;
  return (
    <div
      role="status"
      data-testid="refusal"
      className="pointer-events-none fixed z-30 max-w-64 rounded-lg border border-bad bg-surface px-2.5 py-1.5 text-bad shadow-card"
      style={{ left: at.x + 14, top: at.y + 14 }}
    >
      {t(`refusal.${error.code}`, { from: words(error.from), to: words(error.to), max: error.max })}
    </div>
  );
}
