import { err, ok, type Result } from '../core/result.ts';

/** A piece of a condition, with the place where it starts, counted from 1. */
export interface Token {
  readonly type: 'number' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly column: number;
}

/** Why a condition cannot be read, and where. */
export interface SyntaxFault {
  readonly message: string;
  readonly column: number;
}

/** Other ways to write a sign. */
const spellings: Readonly<Record<string, string>> = {
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '==': '=',
  '≈': '~',
  '+-': '±',
};

const pattern =
  /\s*(?:([+\-−]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([A-Za-z_][A-Za-z0-9_-]*)|(>=|<=|!=|==|\+-|[=<>~±≥≤≠≈().[\]]))/uy;

/** The pieces of a condition; the last one is its end. */
export function tokenise(text: string): Result<readonly Token[], SyntaxFault> {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (text.slice(pattern.lastIndex).trim() !== '') {
    const start = pattern.lastIndex;
    const found = pattern.exec(text);
    if (!found) {
      const column = start + (/\S/.exec(text.slice(start))?.index ?? 0) + 1;
      return err({ message: `“${text[column - 1]}” means nothing here`, column });
    }
    const [all, number, name, sign] = found;
    const piece = number ?? name ?? sign ?? '';
    const column = start + all.length - piece.length + 1;
    if (number !== undefined)
      tokens.push({ type: 'number', text: number.replace('−', '-'), column });
    else if (name !== undefined) tokens.push({ type: 'name', text: name, column });
    else tokens.push({ type: 'sign', text: spellings[piece] ?? piece, column });
  }
  tokens.push({ type: 'end', text: '', column: text.trimEnd().length + 1 });
  return ok(tokens);
}
