import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../../lessons/card.ts';
import { Prose } from './prose.tsx';

/** The answers of a predict card; once one is chosen, which is right. */
export function Choices({
  choices,
  chosen,
  onChoose,
}: {
  choices: readonly Choice[];
  chosen: number | undefined;
  onChoose: (choice: number) => void;
}) {
  const { t } = useTranslation();
  const answered = chosen !== undefined;
  return (
    <fieldset className="flex w-full flex-col gap-1.5" aria-label={t('card.choose')}>
      <legend className="mb-1 text-[13px] text-ink-3">{t('card.choose')}</legend>
      {choices.map(({ text, right }, i) => {
        const mine = chosen === i;
        const look = !answered
          ? 'border-line hover:border-accent'
          : right
            ? 'border-ok text-ink'
            : mine
              ? 'border-bad text-ink'
              : 'border-line text-ink-3';
        return (
          <button
            key={i}
            type="button"
            aria-pressed={mine}
            data-choice={i + 1}
            onClick={() => onChoose(i)}
            className={`flex w-full items-center gap-2 rounded-lg border px-2.5 py-1.5 text-left ${look} ${mine ? 'bg-surface-2 font-medium' : ''}`}
          >
            <span className="min-w-0 flex-1">
              <Prose nodes={text} />
            </span>
            {answered && right ? (
              <Check
                size={15}
                className="shrink-0 text-ok"
                role="img"
                aria-label={t('card.right')}
              />
            ) : null}
            {mine && !right ? (
              <X size={15} className="shrink-0 text-bad" role="img" aria-label={t('card.wrong')} />
            ) : null}
          </button>
        );
      })}
    </fieldset>
  );
}
