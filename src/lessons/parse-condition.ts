import { err, ok, type Result } from '../core/result.ts';
import type { Condition, FactRef, Operator, Value } from './condition.ts';
import { type SyntaxFault, type Token, tokenise } from './tokens.ts';

const operators: readonly string[] = ['=', '!=', '<', '<=', '>', '>=', '~'] satisfies Operator[];
const reserved: readonly string[] = ['and', 'or', 'not'];

/** Thrown and caught in this file alone: a fault ends the reading wherever it is found. */
class Fault extends Error {
  constructor(
    message: string,
    readonly column: number,
  ) {
    super(message);
  }
}

/**
 * Reads a condition such as `loss < 0.001 and step > 100`. `not` binds tighter than `and`, `and` than
 * `or`; brackets group.
 */
export function parseCondition(text: string): Result<Condition, SyntaxFault> {
  const tokens = tokenise(text);
  if (!tokens.ok) return tokens;
  try {
    return ok(read(tokens.value));
  } catch (error) {
    if (error instanceof Fault) return err({ message: error.message, column: error.column });
    throw error;
  }
}

function read(tokens: readonly Token[]): Condition {
  let at = 0;
  const peek = (): Token => tokens[at] ?? { type: 'end', text: '', column: 0 };
  const take = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const takeIf = (text: string): boolean => {
    const { type, text: found } = peek();
    const hit = type !== 'end' && type !== 'number' && found === text;
    if (hit) at += 1;
    return hit;
  };
  const fail = (wanted: string, { type, text, column }: Token): never => {
    throw new Fault(`${wanted} wanted, not ${type === 'end' ? 'the end' : `“${text}”`}`, column);
  };

  function chain(word: 'and' | 'or', next: () => Condition): Condition {
    const parts = [next()];
    while (takeIf(word)) parts.push(next());
    const [only] = parts;
    return parts.length === 1 && only ? only : { type: word, parts };
  }
  const either = (): Condition => chain('or', all);
  const all = (): Condition => chain('and', one);

  function one(): Condition {
    if (takeIf('not')) return { type: 'not', part: one() };
    if (takeIf('(')) {
      const inner = either();
      if (!takeIf(')')) fail('“)”', peek());
      return inner;
    }
    const fact = factRef();
    const sign = peek();
    if (sign.type !== 'sign' || !operators.includes(sign.text)) return { type: 'fact', fact };
    take();
    const operator = sign.text as Operator;
    const value = readValue(take());
    const tolerance = operator === '~' ? toleranceAfter() : 0;
    const ordered = operator !== '=' && operator !== '!=';
    if (ordered && typeof value !== 'number') {
      throw new Fault(`“${operator}” compares numbers; “${value}” is none`, sign.column);
    }
    return { type: 'compare', fact, operator, value, tolerance };
  }

  function factRef(): FactRef {
    const name = take();
    if (name.type !== 'name' || reserved.includes(name.text)) fail('a fact', name);
    const parts: string[] = [];
    let index: number | undefined;
    while (takeIf('.')) {
      const part = take();
      if (part.type !== 'name') fail('a name after “.”', part);
      parts.push(part.text);
    }
    if (takeIf('[')) {
      const place = take();
      index = Number(place.text);
      if (place.type !== 'number' || !Number.isInteger(index) || index < 0) {
        fail('a whole number from 0 up', place);
      }
      if (!takeIf(']')) fail('“]”', peek());
    }
    return { name: name.text, parts, index };
  }

  function readValue(token: Token): Value {
    if (token.type === 'number') return Number(token.text);
    if (token.type !== 'name' || reserved.includes(token.text)) fail('a value', token);
    return token.text === 'yes' ? true : token.text === 'no' ? false : token.text;
  }

  function toleranceAfter(): number {
    const sign = peek();
    if (!takeIf('±')) fail('“±” and how far off it may be', sign);
    const token = take();
    if (token.type !== 'number') fail('a number', token);
    return Number(token.text);
  }

  const condition = either();
  if (peek().type !== 'end') fail('“and”, “or” or the end', peek());
  return condition;
}
