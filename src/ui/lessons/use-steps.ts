import { useMemo } from 'react';
import { type Course, neighbourOf } from '../../lessons/course.ts';
import { progressOf } from '../../state/lesson-store.ts';
import { useStores } from '../../state/stores.ts';
import { useFiles } from '../files/use-files.ts';
import type { OpenLesson } from './use-lesson.ts';

/** The way through the cards, and on to the next lesson of the same lecture. */
export interface Steps {
  /** The lesson after this one; missing at the end of the lecture, or while the course is unknown. */
  readonly nextLesson: string | undefined;
  readonly previousLesson: string | undefined;
  readonly goTo: (card: number) => void;
  readonly next: () => void;
  readonly back: () => void;
}

/** Steps to the next and the previous card. Going on finishes a card that waits for nothing. */
export function useSteps(lesson: OpenLesson, at: number, course: Course | undefined): Steps {
  const { study, lessons } = useStores();
  const { open } = useFiles();
  return useMemo(() => {
    const { id, cards } = lesson;
    const beside = (distance: 1 | -1): string | undefined =>
      course && neighbourOf(course, id, distance, lessons.ids);
    const nextLesson = beside(1);
    const previousLesson = beside(-1);

    async function openLesson(wanted: string, first: boolean): Promise<void> {
      const read = await lessons.read(wanted);
      if (!read.ok) return;
      if (first) study.getState().goTo(wanted, 0);
      open(read.value);
    }

    const goTo = (card: number): void => study.getState().goTo(id, card);
    return {
      nextLesson,
      previousLesson,
      goTo,
      next: () => {
        const card = cards[at];
        if (card && !card.until && card.asks !== 'predict') study.getState().finish(id, at);
        if (at + 1 < cards.length) goTo(at + 1);
        else if (nextLesson) void openLesson(nextLesson, true);
      },
      back: () => {
        if (at > 0) goTo(at - 1);
        else if (previousLesson) void openLesson(previousLesson, false);
      },
    };
  }, [lesson, at, course, study, lessons, open]);
}

/** The card on screen, counted from 0; a lesson that has become shorter ends earlier. */
export const cardAt = (
  state: Parameters<typeof progressOf>[0],
  { id, cards }: OpenLesson,
): number => Math.min(progressOf(state, id).at, cards.length - 1);
