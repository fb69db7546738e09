import { useTranslation } from 'react-i18next';
import { progressOf } from '../../state/lesson-store.ts';
import { useStudy } from '../../state/stores.ts';
import { CardHead } from './card-head.tsx';
import { CardView } from './card-view.tsx';
import { useCourse } from './use-course.ts';
import type { OpenLesson } from './use-lesson.ts';
import { usePace } from './use-pace.ts';
import { usePointing } from './use-pointing.ts';
import { cardAt, useSteps } from './use-steps.ts';

/** One lesson's strip: where the person is in it, and the card. */
export function CardPlace({ lesson }: { lesson: OpenLesson }) {
  const { t } = useTranslation();
  const course = useCourse();
  const [at, unfolded, presenting] = useStudy(
    (study) => [cardAt(study, lesson), study.unfolded, study.presenting] as const,
  );
  const progress = useStudy((study) => progressOf(study, lesson.id));
  const card = lesson.cards[at];
  const steps = useSteps(lesson, at, course);
  usePointing(card?.point, card?.see ?? [], `${lesson.id} ${at}`);
  usePace(card?.pace);
  if (!card) return null;
  const open = unfolded || presenting;
  return (
    <section
      aria-label={t('card.label')}
      data-lesson-open={lesson.id}
      className={`@container flex min-h-0 flex-col border-t border-line bg-surface ${open ? 'h-52' : 'h-11'} ${presenting ? 'scale-stage text-[15px]' : ''}`}
    >
      <CardHead lesson={lesson} at={at} progress={progress} steps={steps} course={course} />
      {/* Without it unfolded the card still waits, and finishes. */}
      <div hidden={!open} className="min-h-0 flex-1">
        <CardView
          key={at}
          lesson={lesson}
          index={at}
          card={card}
          chosen={progress.chosen[at]}
          steps={steps}
        />
      </div>
      <span role="status" className="sr-only">
        {progress.done.includes(at) ? t('card.doneNow', { number: at + 1 }) : ''}
      </span>
    </section>
  );
}
