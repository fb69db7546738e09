/** What a fact is worth: a number, a word such as `paused`, or whether it is so. */
export type Value = number | string | boolean;

/** A fact that is named in a condition: `loss`, `kinds.dense`, `weight.dense1.kernel[0]`. */
export interface FactRef {
  readonly name: string;
  /** What follows the name, dot by dot. */
  readonly parts: readonly string[];
  /** The number in brackets, counted from 0. */
  readonly index: number | undefined;
}

/** How a fact is held against a value. `~` is within a tolerance. */
export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | '~';

/** A fact held against a value. */
export interface Comparison {
  readonly type: 'compare';
  readonly fact: FactRef;
  readonly operator: Operator;
  readonly value: Value;
  /** How far off `~` may be. */
  readonly tolerance: number;
}

/** When a card is done. */
export type Condition =
  | { readonly type: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly type: 'not'; readonly part: Condition }
  | { readonly type: 'fact'; readonly fact: FactRef }
  | Comparison;

/** A condition without parts: what a person can be told is still missing. */
export type Claim = Extract<Condition, { readonly fact: FactRef }>;

/** A fact as it is written. */
export const printFact = ({ name, parts, index }: FactRef): string =>
  [name, ...parts].join('.') + (index === undefined ? '' : `[${index}]`);

/** Every claim that a condition makes, in its order. */
export function claimsOf(condition: Condition): readonly Claim[] {
  if ('parts' in condition) return condition.parts.flatMap(claimsOf);
  return 'part' in condition ? claimsOf(condition.part) : [condition];
}
