import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import type { Card } from '../../lessons/card.ts';
import { parseCards } from '../../lessons/parse-cards.ts';
import { useDocument, useStores, useView } from '../../state/stores.ts';

/** The lesson on screen, with its cards in the language on screen. */
export interface OpenLesson {
  readonly id: string;
  /** The lecture or lab: `Lab 09`. */
  readonly lecture: string;
  readonly title: string;
  readonly cards: readonly Card[];
}

/** The lesson on screen, once its cards have been read; `failed` if they could not be. */
export function useLesson(): OpenLesson | 'failed' | undefined {
  const { lessons } = useStores();
  const words = useWords();
  const language = useView((view) => view.language);
  const meta = useDocument(({ document }) => document.meta);
  const id = meta.lesson?.id;
  const [read, setRead] = useState<{ id: string; cards: readonly Card[] | undefined }>();
  useEffect(() => {
    if (id === undefined || !lessons.hasCards(id)) return;
    let alive = true;
    lessons.readCards(id, language).then(
      (text) =>
        alive && setRead({ id, cards: text === undefined ? undefined : parseCards(text).cards }),
      () => alive && setRead({ id, cards: undefined }),
    );
    return () => {
      alive = false;
    };
  }, [id, language, lessons]);

  if (!meta.lesson) return undefined;
  const lesson = { id: meta.lesson.id, lecture: meta.lesson.lecture, title: words(meta.title) };
  // Without cards of its own a lesson is still a stop on a lecturer's way.
  if (!lessons.hasCards(lesson.id)) {
    return { ...lesson, cards: [summaryCard(lesson.title, words(meta.lesson.summary))] };
  }
  if (read?.id !== lesson.id) return undefined;
  return read.cards && read.cards.length > 0 ? { ...lesson, cards: read.cards } : 'failed';
}

const summaryCard = (title: string, summary: string): Card => ({
  asks: 'explain',
  title,
  line: 1,
  until: undefined,
  point: undefined,
  see: [],
  make: [],
  pace: undefined,
  body: [{ type: 'paragraph', children: [{ type: 'text', value: summary }] }],
  choices: [],
  answer: [],
});
