import { useTranslation } from 'react-i18next';
import type { Card } from '../../lessons/card.ts';

/** One dot a card: filled when it is done, outlined where the person is. Pressing one goes there. */
export function CardDots({
  cards,
  at,
  done,
  onChoose,
}: {
  cards: readonly Card[];
  at: number;
  done: readonly number[];
  onChoose: (card: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <span className="hidden min-w-0 overflow-hidden pl-1 @lg:flex">
      {cards.map(({ title }, i) => {
        const isDone = done.includes(i);
        return (
          <button
            key={i}
            type="button"
            aria-current={i === at ? 'step' : undefined}
            aria-label={t(isDone ? 'card.dotDone' : 'card.dot', { number: i + 1, title })}
            title={title}
            data-done={isDone || undefined}
            onClick={() => onChoose(i)}
            className="grid size-6 shrink-0 place-items-center rounded-full hover:bg-surface-2"
          >
            <i
              aria-hidden="true"
              className={`rounded-full ${i === at ? 'size-3 ring-2 ring-accent ring-offset-1 ring-offset-surface' : 'size-2.5'} ${
                isDone ? 'bg-ok' : 'border border-line-strong bg-surface'
              }`}
            />
          </button>
        );
      })}
    </span>
  );
}
