import type { Words } from '../../core/words.ts';
import { paramMeta } from '../../layers/params.ts';
import type { Value } from '../../lessons/condition.ts';
import type { World } from '../lesson-world.ts';
import type { Stores } from '../stores.ts';
import { isAbout } from './study.ts';

/** Seeds that were trained to the end of each value, of a study of the network on screen that varied this. */
function trainedOf({ seeds, document }: World, setting: string | undefined): number {
  const { study, running } = seeds;
  if (!study || running || study.setting !== setting || !isAbout(study, document)) return 0;
  return Math.min(...study.variants.map(({ results, trouble }) => (trouble ? 0 : results.length)));
}

/** Trains so many seeds, of each value of a setting where one is named, and shows them. */
function train({ seeds, catalogue, views }: Stores, count: Value, setting?: string): void {
  const { unfolded, set } = views.getState();
  set({ unfolded: [...new Set([...unfolded, 'seeds'])] });
  seeds.getState().arrange({ count: Number(count), setting });
  const order = { count: Number(count), ...(setting !== undefined && { sweep: { setting } }) };
  void seeds.getState().start(order, catalogue);
}

/** While seeds are trained, asking once more would call them off. */
const isFree = (_: Value, { seeds }: World): boolean => !seeds.running;

/** What lessons can ask of many seeds. */
export const seedFacts = {
  seeds: {
    parts: [],
    gives: 'number',
    about: 'Seeds that were trained of the network on screen as it is.',
    title: (): Words => ({ en: 'seeds trained', ko: '학습한 시드' }),
    read: (world: World) => trainedOf(world, undefined),
    make: (stores: Stores, value: Value) => train(stores, value),
    canMake: isFree,
  },
  sweptStarts: {
    parts: [],
    gives: 'number',
    about: 'Seeds that were trained of each way for all layers to start.',
    title: (): Words => ({ en: 'seeds of each start', ko: '초깃값마다 학습한 시드' }),
    read: (world: World) => trainedOf(world, 'starts'),
    make: (stores: Stores, value: Value) => train(stores, value, 'starts'),
    canMake: isFree,
  },
  swept: {
    parts: ['node', 'parameter'],
    gives: 'number',
    about: 'Seeds that were trained of each value of a parameter: `swept.dense1.units`.',
    title: ({ document, catalogue }: World, [id = '', name = '']: readonly string[]): Words => {
      const kind = document.graph.nodes[id]?.kind ?? '';
      const part = catalogue.layers.get(kind)?.params.shape[name];
      const title = (part && paramMeta.get(part)?.title) ?? { en: name, ko: name };
      return { en: `seeds of each: ${title.en}`, ko: `${title.ko}마다 학습한 시드` };
    },
    read: (world: World, parts: readonly string[]) => trainedOf(world, parts.join('.')),
    make: (stores: Stores, value: Value, parts: readonly string[]) =>
      train(stores, value, parts.join('.')),
    canMake: isFree,
  },
} as const;
