import { ChevronDown, ChevronUp, Link, Presentation, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Course, entryOf } from '../../lessons/course.ts';
import type { Progress } from '../../state/lesson-store.ts';
import { useStores, useStudy } from '../../state/stores.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { CardDots } from './card-dots.tsx';
import { useCopyLink } from './use-copy-link.ts';
import type { OpenLesson } from './use-lesson.ts';
import { useLessonTitle } from './use-lesson-title.ts';
import { useRestart } from './use-restart.ts';
import type { Steps } from './use-steps.ts';

/** Where the person is among the cards, and the way on. */
export function CardHead({
  lesson,
  at,
  progress,
  steps,
  course,
  children,
}: {
  lesson: OpenLesson;
  at: number;
  progress: Progress;
  steps: Steps;
  course: Course | undefined;
  /** Stands in for the buttons on a lecturer's stage. */
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { study } = useStores();
  const { set } = study.getState();
  const [unfolded, presenting] = useStudy((state) => [state.unfolded, state.presenting] as const);
  const copyLink = useCopyLink(lesson.id, at);
  const restart = useRestart(lesson.id);
  const last = at === lesson.cards.length - 1;
  const code = (course && entryOf(course, lesson.id)?.code) ?? lesson.lecture;
  return (
    <header className="flex h-11 shrink-0 items-center gap-1 px-3">
      <span className="num hidden shrink-0 text-[13px] text-ink-3 @2xl:inline">{code} ·</span>
      <span className="num shrink-0 text-[13px] text-ink-3">
        <span className="sr-only">
          {t('card.place', { number: at + 1, count: lesson.cards.length })}
        </span>
        <span aria-hidden="true">
          {at + 1}/{lesson.cards.length}
        </span>
      </span>
      <CardDots cards={lesson.cards} at={at} done={progress.done} onChoose={steps.goTo} />
      <span className="flex-1" />
      <IconButton label={t('card.startAgain')} onClick={() => void restart()}>
        <RotateCcw size={15} aria-hidden />
      </IconButton>
      {presenting ? (
        <>
          {last && !steps.nextLesson ? (
            <span className="truncate text-[13px] text-ink-3">{t('card.end', { name: code })}</span>
          ) : null}
          {children}
        </>
      ) : (
        <>
          <span className="hidden @lg:contents">
            <IconButton label={t('card.copyLink')} onClick={() => void copyLink()}>
              <Link size={15} aria-hidden />
            </IconButton>
            <IconButton label={t('card.present')} onClick={() => set({ presenting: true })}>
              <Presentation size={15} aria-hidden />
            </IconButton>
          </span>
          <IconButton
            label={t(unfolded ? 'card.fold' : 'card.unfold')}
            aria-expanded={unfolded}
            onClick={() => set({ unfolded: !unfolded })}
          >
            {unfolded ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
          </IconButton>
          <StepButtons {...{ steps, last, code }} isFirst={at === 0} />
        </>
      )}
    </header>
  );
}

/** Back, and on: to the next card, the next lesson or, at the end of the lecture, the course. */
function StepButtons({
  steps,
  isFirst,
  last,
  code,
}: {
  steps: Steps;
  isFirst: boolean;
  last: boolean;
  code: string;
}) {
  const { t } = useTranslation();
  const { views } = useStores();
  const fixed = useStudy((state) => state.fixed);
  const nextTitle = useLessonTitle(last ? steps.nextLesson : undefined);
  const atEnd = last && !steps.nextLesson;
  const toCourse = (): void => {
    steps.next();
    views.getState().set({ startOpen: true });
  };
  return (
    <>
      <Button
        look="outline"
        disabled={isFirst && !steps.previousLesson}
        onClick={steps.back}
        data-card-step="back"
      >
        {t('card.back')}
      </Button>
      {atEnd && fixed ? (
        <span className="px-2 text-ink-3">{t('card.end', { name: code })}</span>
      ) : (
        <Button look="solid" onClick={atEnd ? toCourse : steps.next} data-card-step="next">
          {atEnd ? (
            t('card.course')
          ) : nextTitle ? (
            <>
              <span className="hidden max-w-44 truncate @xl:inline">
                {t('card.nextLesson', { name: nextTitle })}
              </span>
              <span className="@xl:hidden">{t('card.next')}</span>
            </>
          ) : (
            t('card.next')
          )}
        </Button>
      )}
    </>
  );
}
