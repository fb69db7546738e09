import type { Words } from '../core/words.ts';
import type { Claim, FactRef, Value } from '../lessons/condition.ts';
import type { Lookup } from '../lessons/evaluate.ts';
import { ruleIds } from './advice/advice.ts';
import { type Fact, type FactPart, lessonFacts } from './lesson-facts.ts';
import type { World } from './lesson-world.ts';

/** The fact of a name, if there is one. */
export const factOf = ({ name }: FactRef): Fact | undefined =>
  Object.hasOwn(lessonFacts, name) ? lessonFacts[name] : undefined;

/** Answers conditions out of the live stores. */
export const lookupIn =
  (world: World): Lookup =>
  (fact) =>
    factOf(fact)?.read(world, fact.parts, fact.index);

/** What a fact is called on a card. */
export const titleOf = (fact: FactRef, world: World): Words =>
  factOf(fact)?.title(world, fact.parts, fact.index) ?? { en: fact.name, ko: fact.name };

/** What a word that a fact gives is called on a card. */
export const wordOf = (fact: FactRef, value: string, world: World): Words | string =>
  factOf(fact)?.words?.(value, world, fact.parts) ?? value;

/** What is looked up to see whether what follows a dot is there. */
export interface FactNames {
  readonly world: Pick<World, 'document' | 'compilation' | 'catalogue'>;
  readonly pictures: ReadonlySet<string>;
}

/** Why a condition cannot claim this; nothing if it can. */
export function faultOf(claim: Claim, names: FactNames): string | undefined {
  const { fact: ref } = claim;
  const fact = factOf(ref);
  if (!fact) return `there is no such fact; there are ${Object.keys(lessonFacts).join(', ')}`;
  if (ref.parts.length !== fact.parts.length) {
    const form = [ref.name, ...fact.parts.map((part) => part.toUpperCase())].join('.');
    return `is written ${form}`;
  }
  if (fact.index === 'must' && ref.index === undefined) return 'wants a place: [0]';
  if (fact.index === undefined && ref.index !== undefined) return 'has no places';
  const stranger = fact.parts.findIndex(
    (part, i) => !isThere(part, ref.parts.slice(0, i + 1), names),
  );
  if (stranger >= 0) return `there is no ${fact.parts[stranger]} “${ref.parts[stranger]}”`;
  return claim.type === 'fact'
    ? fact.gives === 'truth'
      ? undefined
      : 'is not simply so or not: compare it, as in “= 1”'
    : misfit(claim.value, fact.gives);
}

function misfit(value: Value, gives: Fact['gives']): string | undefined {
  if (gives === 'any') return undefined;
  if (gives === 'number') return typeof value === 'number' ? undefined : `“${value}” is no number`;
  if (gives === 'truth') return typeof value === 'boolean' ? undefined : 'is “yes” or “no”';
  return gives.includes(String(value)) ? undefined : `is one of ${gives.join(', ')}`;
}

function isThere(part: FactPart, path: readonly string[], { world, pictures }: FactNames): boolean {
  const name = path.at(-1) ?? '';
  const { document, compilation, catalogue } = world;
  const { nodes } = document.graph;
  const owner = path[0] ?? '';
  switch (part) {
    case 'node':
      return Object.hasOwn(nodes, name);
    case 'kind':
      return catalogue.layers.has(name);
    case 'parameter':
      return name in (catalogue.layers.get(nodes[owner]?.kind ?? '')?.params.shape ?? {});
    case 'tensor':
      return Boolean(compilation.shapes.get(owner)?.weights.some((each) => each.name === name));
    case 'picture':
      return pictures.has(name);
    case 'rule':
      return (ruleIds as readonly string[]).includes(name);
  }
}
