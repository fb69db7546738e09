import { ChevronDown, ChevronUp, Link, Presentation, RotateCcw } from 'lucide-react';
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
}: {
  lesson: OpenLesson;
  at: number;
  progress: Progress;
  steps: Steps;
  course: Course | undefined;
}) {
  const { t } = useTranslation();
  const { study, views } = useStores();
  const { set } = study.getState();
  const [unfolded, presenting, fixed] = useStudy(
    (state) => [state.unfolded, state.presenting, state.fixed] as const,
  );
  const copyLink = useCopyLink(lesson.id, at);
  const restart = useRestart(lesson.id);
  const nextTitle = useLessonTitle(steps.nextLesson);
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
      <IconButton label={t('card.copyLink')} onClick={() => void copyLink()}>
        <Link size={15} aria-hidden />
      </IconButton>
      {presenting ? null : (
        <>
          <IconButton label={t('card.present')} onClick={() => set({ presenting: true })}>
            <Presentation size={15} aria-hidden />
          </IconButton>
          <IconButton
            label={t(unfolded ? 'card.fold' : 'card.unfold')}
            aria-expanded={unfolded}
            onClick={() => set({ unfolded: !unfolded })}
          >
            {unfolded ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
          </IconButton>
        </>
      )}
      <Button
        look="outline"
        disabled={at === 0 && !steps.previousLesson}
        onClick={steps.back}
        data-card-step="back"
      >
        {t('card.back')}
      </Button>
      {last && !steps.nextLesson ? (
        presenting || fixed ? (
          <span className="px-2 text-ink-3">{t('card.end', { name: code })}</span>
        ) : (
          <Button
            look="solid"
            onClick={() => {
              steps.next();
              views.getState().set({ startOpen: true });
            }}
            data-card-step="next"
          >
            {t('card.course')}
          </Button>
        )
      ) : (
        <Button look="solid" onClick={steps.next} data-card-step="next">
          {last && nextTitle ? (
            <span className="max-w-44 truncate">{t('card.nextLesson', { name: nextTitle })}</span>
          ) : (
            t('card.next')
          )}
        </Button>
      )}
    </header>
  );
}
