import { assertNever } from '../core/assert-never.ts';
import type { Claim, Comparison, Condition, FactRef, Value } from './condition.ts';

/** What a fact is worth now; nothing while it is not known. */
export type Lookup = (fact: FactRef) => Value | undefined;

/** Whether a condition holds. What is not known yet holds for nothing, and neither does its opposite. */
export const holds = (condition: Condition, lookup: Lookup): boolean =>
  truth(condition, lookup) === true;

/** What a person still has to reach: the claims that do not hold, of a choice all of them. */
export function missing(condition: Condition, lookup: Lookup): readonly Claim[] {
  if (truth(condition, lookup) === true) return [];
  if ('parts' in condition) return condition.parts.flatMap((part) => missing(part, lookup));
  return 'part' in condition ? [] : [condition];
}

/**
 * The update at which a run should rest so that a person sees what the card is about: the one that the
 * condition waits for, if it is the only way to meet it and lies ahead.
 */
export function stepAhead(condition: Condition, step: number): number | undefined {
  const parts = condition.type === 'and' ? condition.parts : [condition];
  const goals = parts.flatMap((part) => {
    if (part.type !== 'compare' || part.fact.name !== 'step') return [];
    const { operator, value } = part;
    if (typeof value !== 'number') return [];
    if (operator === '>=' || operator === '=') return [value];
    return operator === '>' ? [value + 1] : [];
  });
  const ahead = goals.filter((goal) => goal > step);
  return ahead.length > 0 ? Math.max(...ahead) : undefined;
}

function truth(condition: Condition, lookup: Lookup): boolean | undefined {
  switch (condition.type) {
    case 'and':
      return strongest(condition.parts, lookup, false);
    case 'or':
      return strongest(condition.parts, lookup, true);
    case 'not': {
      const part = truth(condition.part, lookup);
      return part === undefined ? undefined : !part;
    }
    case 'fact': {
      const value = lookup(condition.fact);
      return value === undefined ? undefined : Boolean(value);
    }
    case 'compare':
      return compare(condition, lookup(condition.fact));
    default:
      return assertNever(condition);
  }
}

/** `winner` if a part is that, nothing if one is not known, else the other. */
function strongest(
  parts: readonly Condition[],
  lookup: Lookup,
  winner: boolean,
): boolean | undefined {
  const truths = parts.map((part) => truth(part, lookup));
  if (truths.includes(winner)) return winner;
  return truths.includes(undefined) ? undefined : !winner;
}

function compare(
  { operator, value, tolerance }: Comparison,
  now: Value | undefined,
): boolean | undefined {
  if (now === undefined) return undefined;
  if (operator === '=') return same(now, value);
  if (operator === '!=') return !same(now, value);
  const [a, b] = [Number(now), Number(value)];
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '~':
      return Math.abs(a - b) <= tolerance;
    default:
      return assertNever(operator);
  }
}

/** Numbers that a file writes in decimals are equal when they are equal in single precision. */
const same = (a: Value, b: Value): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.fround(a) === Math.fround(b) : a === b;
