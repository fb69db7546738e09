import { Lightbulb } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAdvice } from '../../state/stores.ts';
import { usePerform } from '../actions/use-perform.ts';

/**
 * Says in the run bar that there is something to try, and shows it. Nothing where there is nothing; `brief`
 * leaves out how much there is.
 */
export function AdviceButton({ brief }: { brief: boolean }) {
  const { t } = useTranslation();
  const perform = usePerform();
  const count = useAdvice(
    ({ advice, putAside }) => advice.filter(({ id }) => !putAside.includes(id)).length,
  );
  if (count === 0) return null;
  const label = t('advice.show', { count });
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      data-testid="advice-button"
      onClick={() => perform('advice')}
      className="inline-flex h-8 shrink-0 items-center gap-1.5 rounded-lg border border-line px-2 text-ink-2 hover:bg-surface-2 pointer-coarse:h-11"
    >
      <Lightbulb size={16} aria-hidden className="text-warn" />
      {brief ? null : <span className="num">{count}</span>}
    </button>
  );
}
