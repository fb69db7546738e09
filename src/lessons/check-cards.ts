import type { Card, LessonFinding } from './card.ts';
import { type Claim, type Condition, claimsOf, printFact } from './condition.ts';
import type { Edit } from './edits.ts';
import { printTarget, type Target } from './targets.ts';

/** What there is for a lesson's cards to speak of. */
export interface Surroundings {
  readonly hasNode: (id: string) => boolean;
  readonly hasPicture: (id: string) => boolean;
  readonly hasKind: (id: string) => boolean;
  /** Why a condition cannot ask this; nothing if it can. */
  readonly faultOf: (claim: Claim) => string | undefined;
}

/** Everything that a lesson's cards name and that is not there. */
export function checkCards(
  cards: readonly Card[],
  surroundings: Surroundings,
): readonly LessonFinding[] {
  return cards.flatMap(({ line, until, point, see, make }) => [
    ...make.flatMap((edit) => strangerIn(edit, surroundings)).map((message) => ({ line, message })),
    ...(until ? faultsIn(until, surroundings) : []).map((message) => ({ line, message })),
    ...[...(point ? [point] : []), ...see]
      .filter((target) => !isThere(target, surroundings))
      .map((target) => ({ line, message: `nothing is ${printTarget(target)}` })),
  ]);
}

const faultsIn = (condition: Condition, { faultOf }: Surroundings): string[] =>
  claimsOf(condition).flatMap((claim) => {
    const fault = faultOf(claim);
    return fault ? [`until: ${printFact(claim.fact)}: ${fault}`] : [];
  });

function strangerIn(edit: Edit, { hasNode, hasKind }: Surroundings): string[] {
  if (edit.type === 'ask' || edit.type === 'draw') return [];
  const node = edit.type === 'insert' ? edit.after : edit.node;
  const fault = !hasNode(node)
    ? `no node “${node}”`
    : 'layer' in edit && !hasKind(edit.layer)
      ? `no kind “${edit.layer}”`
      : undefined;
  return fault ? [`make: there is ${fault}`] : [];
}

function isThere({ type, id }: Target, { hasNode, hasPicture, hasKind }: Surroundings): boolean {
  if (type === 'node') return hasNode(id);
  if (type === 'picture') return hasPicture(id);
  return type === 'palette' ? hasKind(id) : true;
}

/** What two languages of a lesson do not have in common, with the line in the second. */
export function compareCards(
  cards: readonly Card[],
  others: readonly Card[],
): readonly LessonFinding[] {
  const findings: LessonFinding[] = [];
  if (cards.length !== others.length) {
    const line = others[Math.min(cards.length, others.length - 1)]?.line ?? 1;
    findings.push({ line, message: `${others.length} cards here, ${cards.length} there` });
  }
  others.forEach((other, i) => {
    const card = cards[i];
    if (!card) return;
    const [mine, theirs] = [frameOf(other), frameOf(card)];
    for (const name of Object.keys(mine) as (keyof typeof mine)[]) {
      const [here, there] = [JSON.stringify(mine[name]), JSON.stringify(theirs[name])];
      if (here === there) continue;
      findings.push({
        line: other.line,
        message: `card ${i + 1}: ${name} ${here} here, ${there} there`,
      });
    }
  });
  return findings;
}

/** What of a card is the same in every language. */
const frameOf = ({ asks, until, point, see, make, pace, choices }: Card) => ({
  asks,
  until,
  point: point && printTarget(point),
  see: see.map(printTarget),
  make,
  pace,
  choices: choices.length,
  'right choice': choices.findIndex(({ right }) => right) + 1,
});
