import { lazy, type ReactNode, Suspense } from 'react';
import { markedWords } from './comment-marks.ts';

const Formula = lazy(async () => ({ default: (await import('../kit/formula.tsx')).Formula }));

/** A comment's text as it is read; anything but bold and formulas is shown as it was typed. */
export const CommentText = ({ text: whole }: { text: string }): ReactNode =>
  markedWords(whole).map(({ text, look }, i) => {
    const key = `${i} ${text}`;
    if (look === 'plain') return text;
    if (look === 'bold') {
      return (
        <strong key={key} className="font-semibold text-ink">
          {text}
        </strong>
      );
    }
    return (
      <Suspense key={key} fallback={<code className="num">{text}</code>}>
        <Formula tex={text} />
      </Suspense>
    );
  });
