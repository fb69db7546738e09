import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../lessons/card.ts';
import { useStudy } from '../../state/stores.ts';
import { CardSide } from './card-side.tsx';
import { Prose } from './prose.tsx';
import type { CardAction } from './use-card-action.ts';
import type { Standing } from './use-standing.ts';

/** One card: what it says, and beside it what it asks. */
export function CardView({
  text,
  lesson,
  index,
  card,
  chosen,
  standing,
  action,
}: {
  /** Where the card scrolls, if it is longer than its place. */
  text: RefObject<HTMLElement | null>;
  lesson: string;
  index: number;
  card: Card;
  chosen: number | undefined;
  standing: Standing;
  action: CardAction;
}) {
  const { t } = useTranslation();
  const presenting = useStudy((study) => study.presenting);
  const answer = useRef<HTMLDivElement>(null);
  const answered = card.asks === 'predict' && chosen !== undefined;
  useEffect(() => {
    if (answered) answer.current?.scrollIntoView({ block: 'nearest' });
  }, [answered]);
  // On a projector a card that only tells has all the room.
  const hasSide = card.asks === 'predict' || card.until !== undefined || !presenting;
  return (
    <article
      ref={text}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key
      tabIndex={0}
      aria-labelledby="card-title"
      className={`grid min-h-0 flex-1 grid-cols-1 content-start gap-x-5 gap-y-2 scroll-hint overflow-y-auto px-4 pb-3 ${
        hasSide ? '@xl:grid-cols-[minmax(0,1fr)_minmax(12.5rem,34%)]' : ''
      }`}
    >
      <div className="min-w-0 select-text">
        <h2 id="card-title" className="mb-1 text-[1.15em] font-semibold">
          <span className="mr-2 text-[13px] font-semibold text-accent">
            {t(`card.kinds.${card.asks}`)}
          </span>
          {card.title}
        </h2>
        <div className={`leading-relaxed text-ink-2 ${presenting ? '' : 'max-w-[68ch]'}`}>
          <Prose nodes={card.body} />
          {answered ? (
            <div
              ref={answer}
              role="note"
              data-card-answer
              className="mt-2 border-l-2 border-accent pl-3"
            >
              <Prose nodes={card.answer} />
            </div>
          ) : null}
        </div>
      </div>
      {hasSide ? (
        <CardSide
          lesson={lesson}
          index={index}
          card={card}
          chosen={chosen}
          standing={standing}
          action={action}
        />
      ) : null}
    </article>
  );
}
