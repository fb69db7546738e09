import { useMemo } from 'react';
import type { Card } from '../../lessons/card.ts';
import type { Claim, Value } from '../../lessons/condition.ts';
import type { Target } from '../../lessons/targets.ts';
import { factOf } from '../../state/ask-facts.ts';
import type { LockReason } from '../../state/document-store.ts';
import { type Stores, useCompilation, useDocument, useRun, useStores } from '../../state/stores.ts';
import { useRunActions } from '../train/use-run-actions.ts';
import { planEdits } from './plan-edits.ts';
import { openTarget, scrollToTarget } from './show-target.ts';
import type { Standing } from './use-standing.ts';

/** What one key does for a card, and how that is called. */
export interface CardAction {
  /** `none`: a calculation is worked out already; there is nothing to train. */
  readonly name: 'train' | 'pause' | 'answer' | 'make' | 'none';
  readonly run: () => void;
}

/** What a card asks for, done by one press: its answer, what its condition can be given, or the training. */
export function useCardAction(
  lesson: string,
  index: number,
  card: Card,
  chosen: number | undefined,
  standing: Standing,
): CardAction {
  const stores = useStores();
  const actions = useRunActions();
  const running = useRun((run) => run.running);
  const lockedBy = useDocument((state) => state.lockedBy);
  const still = useCompilation(
    ({ ir, problems }) => !ir && !problems.some(({ blocking }) => blocking),
  );
  return useMemo(() => {
    if (card.asks === 'predict' && chosen === undefined) {
      const right = card.choices.findIndex((choice) => choice.right);
      return {
        name: 'answer',
        run: () => stores.study.getState().choose(lesson, index, right),
      };
    }
    const makers = makersOf(card, standing, stores, lockedBy);
    if (makers.length > 0) {
      return {
        name: 'make',
        run: () => {
          for (const make of makers) make();
        },
      };
    }
    if (still) return { name: 'none', run: () => {} };
    return running ? { name: 'pause', run: actions.pause } : { name: 'train', run: actions.train };
  }, [stores, actions, lesson, index, card, chosen, standing, running, still, lockedBy]);
}

/** All that can be done about what a card still waits for, but to train. */
function makersOf(
  card: Card,
  standing: Standing,
  stores: Stores,
  lockedBy: LockReason | undefined,
): (() => void)[] {
  const { missing } = standing;
  const makers = missing.flatMap((claim) => makerOf(claim, standing, stores, lockedBy) ?? []);
  const untrained = missing.some(({ fact }) => {
    const { trained, make, shows } = factOf(fact) ?? {};
    return !trained && !make && !shows;
  });
  // Another start is drawn where a run has ended, and is then trained from.
  const mayEdit = isOpenTo('network', lockedBy);
  const draws = mayEdit && card.make.some(({ type }) => type === 'draw') && missing.length > 0;
  const { frame, running } = standing.world.run;
  if (draws) return !running && (frame?.step ?? 0) > 0 ? [() => edit(card.make, stores)] : [];
  const edits = mayEdit && untrained && card.make.length > 0 ? [() => edit(card.make, stores)] : [];
  return [...edits, ...makers];
}

/** How a claim is made true without the person, if it can be. */
function makerOf(
  claim: Claim,
  { world }: Standing,
  stores: Stores,
  lockedBy: LockReason | undefined,
): (() => void) | undefined {
  const { parts } = claim.fact;
  const fact = factOf(claim.fact);
  if (fact?.shows) return () => show(fact.shows?.(parts), stores);
  const value = valueFor(claim);
  const { make, canMake, changes } = fact ?? {};
  if (changes && !isOpenTo(changes, lockedBy)) return undefined;
  if (!make || value === undefined || canMake?.(value, world, parts) === false) return undefined;
  return () => unlocked(stores, () => make(stores, value, parts, claim.fact.index));
}

/** Makes a card's changes to the graph, as one step of the history. */
function edit(edits: Card['make'], stores: Stores): void {
  const { document, usedIds, dispatch } = stores.documents.getState();
  unlocked(stores, () => dispatch(planEdits(edits, document, usedIds, stores.catalogue)));
  const asked = edits.findLast((each) => each.type === 'ask');
  if (asked) stores.views.getState().set({ asked: asked.inputs });
}

/** Whether a card may change this of the document: the lecturer's own wish passes the lecturer's own lock. */
const isOpenTo = (part: 'training' | 'network', lockedBy: LockReason | undefined): boolean =>
  lockedBy === undefined || lockedBy === 'lecture' || (lockedBy === 'fixed' && part === 'training');

/** Lets the person's own wish through the lock that keeps accidents out. */
const unlocked = ({ documents }: Stores, act: () => void): void =>
  documents.getState().lift(['lecture'], act);

/** The value that makes a claim true; nothing where there is not one that is meant. */
function valueFor(claim: Claim): Value | undefined {
  if (claim.type === 'fact') return true;
  return claim.operator === '=' || claim.operator === '>=' ? claim.value : undefined;
}

function show(target: Target | undefined, stores: Stores): void {
  if (!target) return;
  openTarget(target, stores.views);
  requestAnimationFrame(() => scrollToTarget(target, stores));
}
