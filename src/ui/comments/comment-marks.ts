/** `**bold**`, and `$a formula$` that is not a price: no space inside, no digit behind. */
const MARKS = /(\*\*(?=\S)[^*\n]+\*\*|\$(?=\S)[^$\n]{0,199}[^$\s]\$(?!\d))/;

/** Words of a comment in one look; anything but bold and formulas is as it was typed. */
interface MarkedWords {
  readonly text: string;
  readonly look: 'plain' | 'bold' | 'formula';
}

/** The text of a comment in pieces, without the signs that mark them. */
export const markedWords = (text: string): MarkedWords[] =>
  text
    .split(MARKS)
    .map((piece, i): MarkedWords => {
      if (i % 2 === 0) return { text: piece, look: 'plain' };
      return piece.startsWith('**')
        ? { text: piece.slice(2, -2), look: 'bold' }
        : { text: piece.slice(1, -1), look: 'formula' };
    })
    .filter((piece) => piece.text !== '');
