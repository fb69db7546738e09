import { useEffect, useMemo, useState } from 'react';
import type { Card } from '../../lessons/card.ts';
import type { Claim } from '../../lessons/condition.ts';
import { missing, stepAhead } from '../../lessons/evaluate.ts';
import { lookupIn } from '../../state/ask-facts.ts';
import { createWorldWatch, type World } from '../../state/lesson-world.ts';
import { useStores } from '../../state/stores.ts';

/** How a card stands: what is missing, and the world in which that is so. */
export interface Standing {
  readonly card: Card;
  readonly world: World;
  readonly missing: readonly Claim[];
}

/**
 * Holds the card on screen against the live page, finishes it once its condition is met, and lets a run
 * rest at the update that the card waits for.
 */
export function useStanding(lesson: string, index: number, card: Card): Standing {
  const stores = useStores();
  const watch = useMemo(() => createWorldWatch(stores), [stores]);
  const [standing, setStanding] = useState<Standing>(() => standingOf(card, watch.look()));
  useEffect(() => {
    const { study } = stores;
    let told = '';
    const take = (world: World): void => {
      const next = standingOf(card, world);
      const rest = card.until && stepAhead(card.until, world.run.frame?.step ?? 0);
      if (study.getState().restAt !== rest) study.getState().set({ restAt: rest });
      if (card.until && next.missing.length === 0) study.getState().finish(lesson, index);
      // Drawn again only when what is missing, a figure in it, or what can be done about it is another.
      const key = JSON.stringify([
        next.missing,
        next.missing.map(({ fact }) => lookupIn(world)(fact)),
        world.run.running,
        world.run.frame?.step === 0,
      ]);
      if (key === told) return;
      told = key;
      setStanding(next);
    };
    take(watch.look());
    const stop = watch.listen(take);
    return () => {
      stop();
      study.getState().set({ restAt: undefined });
    };
  }, [stores, watch, lesson, index, card]);
  // Another card was turned to: what is known of the one before says nothing of it.
  return standing.card === card ? standing : standingOf(card, watch.look());
}

const standingOf = (card: Card, world: World): Standing => ({
  card,
  world,
  missing: card.until ? missing(card.until, lookupIn(world)) : [],
});
