import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import type { Refusal } from '../edit/plan-connection.ts';

/** Why a wire is refused, beside a point of the screen. */
export function RefusalNote({ refusal, x, y }: { refusal: Refusal; x: number; y: number }) {
  const { t } = useTranslation();
  const words = useWords();
  const { code, from, to, max } = refusal;
  return (
    <div
      role="status"
      data-testid="refusal"
      className="pointer-events-none fixed z-30 max-w-64 rounded-lg border border-bad bg-surface px-2.5 py-1.5 text-bad shadow-card"
      style={{ left: x + 14, top: y + 14 }}
    >
      {t(`refusal.${code}`, { from: words(from), to: words(to), max })}
    </div>
  );
}
