import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../lessons/card.ts';
import { progressOf } from '../../state/lesson-store.ts';
import { useStores, useStudy } from '../../state/stores.ts';
import { CardHead } from './card-head.tsx';
import { CardView } from './card-view.tsx';
import { StageBar } from './stage-bar.tsx';
import { stripHeight } from './strip-space.tsx';
import { useCardAction } from './use-card-action.ts';
import { useCardKeys } from './use-card-keys.ts';
import { useCourse } from './use-course.ts';
import type { OpenLesson } from './use-lesson.ts';
import { usePace } from './use-pace.ts';
import { usePointing } from './use-pointing.ts';
import { useStanding } from './use-standing.ts';
import { cardAt, useSteps } from './use-steps.ts';

/** One lesson's strip: where the person is in it, and the card. */
export function CardPlace({ lesson }: { lesson: OpenLesson }) {
  const at = useStudy((study) => cardAt(study, lesson));
  const card = lesson.cards[at];
  return card ? <OneCard lesson={lesson} at={at} card={card} /> : null;
}

function OneCard({ lesson, at, card }: { lesson: OpenLesson; at: number; card: Card }) {
  const { t } = useTranslation();
  const course = useCourse();
  const [unfolded, presenting] = useStudy((study) => [study.unfolded, study.presenting] as const);
  const progress = useStudy((study) => progressOf(study, lesson.id));
  const chosen = progress.chosen[at];
  const steps = useSteps(lesson, at, course);
  const { study } = useStores();
  // Before the card is held against the page: another card is another visit.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lesson and the place stand for the card
  useEffect(() => study.getState().beginVisit(), [study, lesson.id, at]);
  const standing = useStanding(lesson.id, at, card);
  const action = useCardAction(lesson.id, at, card, chosen, standing);
  const text = useRef<HTMLElement>(null);
  usePointing(card.point, card.see, `${lesson.id} ${at}`);
  usePace(card.pace);
  useCardKeys(steps, presenting);
  const open = unfolded || presenting;
  return (
    <section
      aria-label={t('card.label')}
      data-lesson-open={lesson.id}
      className={`@container flex min-h-0 flex-col border-t border-line bg-surface ${stripHeight(unfolded, presenting)} ${presenting ? 'text-[15px]' : ''}`}
    >
      <CardHead lesson={lesson} at={at} progress={progress} steps={steps} course={course}>
        {presenting ? <StageBar steps={steps} action={action} text={text} /> : null}
      </CardHead>
      {open ? (
        <CardView
          key={at}
          text={text}
          lesson={lesson.id}
          index={at}
          card={card}
          chosen={chosen}
          standing={standing}
          action={action}
        />
      ) : null}
      <span role="status" className="sr-only">
        {progress.done.includes(at) ? t('card.doneNow', { number: at + 1 }) : ''}
      </span>
    </section>
  );
}
