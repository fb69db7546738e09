import { lazy, type ReactNode, Suspense } from 'react';

const Formula = lazy(async () => ({ default: (await import('../lessons/formula.tsx')).Formula }));

/** `**bold**`, and `$a formula$` that is not a price: no space inside, no digit behind. */
const MARKS = /(\*\*(?=\S)[^*\n]+\*\*|\$(?=\S)[^$\n]{0,199}[^$\s]\$(?!\d))/;

/** A comment's text as it is read; anything but bold and formulas is shown as it was typed. */
export const CommentText = ({ text }: { text: string }): ReactNode =>
  text.split(MARKS).map((piece, i) => {
    if (i % 2 === 0) return piece;
    const key = `${i} ${piece}`;
    if (piece.startsWith('**')) {
      return (
        <strong key={key} className="font-semibold text-ink">
          {piece.slice(2, -2)}
        </strong>
      );
    }
    const tex = piece.slice(1, -1);
    return (
      <Suspense key={key} fallback={<code className="num">{tex}</code>}>
        <Formula tex={tex} />
      </Suspense>
    );
  });
