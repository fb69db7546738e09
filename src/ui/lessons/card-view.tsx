import { useTranslation } from 'react-i18next';
import type { Card } from '../../lessons/card.ts';
import { useStudy } from '../../state/stores.ts';
import { CardSide } from './card-side.tsx';
import { Prose } from './prose.tsx';
import { StageBar } from './stage-bar.tsx';
import { useCardAction } from './use-card-action.ts';
import type { OpenLesson } from './use-lesson.ts';
import { useStanding } from './use-standing.ts';
import type { Steps } from './use-steps.ts';

/** One card: what it says, and beside it what it asks. */
export function CardView({
  lesson,
  index,
  card,
  chosen,
  steps,
}: {
  lesson: OpenLesson;
  index: number;
  card: Card;
  chosen: number | undefined;
  steps: Steps;
}) {
  const { t } = useTranslation();
  const presenting = useStudy((study) => study.presenting);
  const standing = useStanding(lesson.id, index, card);
  const action = useCardAction(lesson.id, index, card, chosen, standing);
  const answered = card.asks === 'predict' && chosen !== undefined;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <article
        // The next card is read from its start, by ear too.
        aria-labelledby="card-title"
        className="grid min-h-0 flex-1 grid-cols-1 gap-x-5 gap-y-2 overflow-y-auto px-4 pb-3 @xl:grid-cols-[minmax(0,1fr)_minmax(13rem,34%)]"
      >
        <div className="min-w-0 select-text">
          <h2 id="card-title" className="mb-1 text-[1.15em] font-semibold">
            <span className="mr-2 text-[13px] font-semibold text-accent">
              {t(`card.kinds.${card.asks}`)}
            </span>
            {card.title}
          </h2>
          <div className="max-w-[68ch] leading-relaxed text-ink-2">
            <Prose nodes={card.body} />
            {answered ? (
              <div role="note" className="mt-2 border-l-2 border-accent pl-3">
                <Prose nodes={card.answer} />
              </div>
            ) : null}
          </div>
        </div>
        <CardSide
          lesson={lesson.id}
          index={index}
          card={card}
          chosen={chosen}
          standing={standing}
          action={action}
        />
      </article>
      {presenting ? <StageBar steps={steps} action={action} /> : null}
    </div>
  );
}
