import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { useStepText } from '../actions/use-step-text.ts';
import { useSteps } from './use-steps.ts';

/** The steps by name; one press goes to any of them. */
export function StepList() {
  const { t } = useTranslation();
  const tell = useStepText();
  const { views } = useStores();
  const { steps, goTo } = useSteps();
  return (
    <section aria-label={t('steps.list')} className="min-w-0">
      <h3 className="font-semibold">{t('steps.list')}</h3>
      <ol className="mt-2 flex max-h-[56vh] flex-col gap-0.5 overflow-y-auto">
        {steps.map(({ at, away, step }) => (
          <li key={at}>
            <button
              type="button"
              data-away={away}
              aria-current={away === 0 ? 'step' : undefined}
              onClick={() => {
                goTo(away);
                const name = step ? tell(step) : t('steps.start');
                views.getState().set({ said: { text: t('steps.reached', { name }) } });
              }}
              className={`flex min-h-8 w-full items-center gap-3 rounded-lg px-2.5 py-1 text-left hover:bg-surface-2 ${
                away === 0 ? 'bg-surface-2 font-semibold' : ''
              } ${away > 0 ? 'text-ink-3' : ''}`}
            >
              <span className="flex-1">{step ? tell(step) : t('steps.start')}</span>
              {away === 0 ? (
                <span className="text-[13px] text-accent">{t('steps.now')}</span>
              ) : null}
              {away > 0 ? <span className="text-[13px]">{t('steps.undone')}</span> : null}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
