import type { Words } from '../../core/words.ts';
import type { Value } from '../../lessons/condition.ts';
import type { World } from '../lesson-world.ts';
import type { Stores } from '../stores.ts';
import type { Advice } from './advice-store.ts';
import { followAdvice } from './follow-advice.ts';

/** What a rule has said of the run on screen. */
const saidBy = ({ advice }: Pick<World, 'advice'>, rule: string | undefined): Advice | undefined =>
  advice.advice.find(({ id }) => id === rule);

/** What lessons can ask of advice. */
export const adviceFacts = {
  advised: {
    parts: ['rule'],
    trained: true,
    gives: 'truth',
    about: 'A rule has found something in the run on screen: `advised.dead`.',
    title: (): Words => ({ en: 'advice has come', ko: '해 볼 만한 것이 나옴' }),
    read: (world: World, [rule]: readonly string[]) => saidBy(world, rule) !== undefined,
  },
  tried: {
    parts: ['rule'],
    gives: 'truth',
    about: 'The change that a rule offers was made since the document was opened: `tried.dead`.',
    title: (): Words => ({ en: 'the change that is offered', ko: '권하는 대로 바꾸기' }),
    read: ({ advice }: World, [rule]: readonly string[]) =>
      advice.followed.some((each) => each === rule),
    changes: 'network',
    canMake: (_: Value, world: World, [rule]: readonly string[]) =>
      saidBy(world, rule)?.change !== undefined,
    make: (stores: Stores, _: Value, [rule]: readonly string[]) => {
      const said = saidBy({ advice: stores.advice.getState() }, rule);
      if (said) followAdvice(stores, said);
    },
  },
} as const;
