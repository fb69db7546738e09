import type { Words } from '../core/words.ts';
import { optimizerTypes, trainingSchema } from '../document/training-schema.ts';
import { stageTypes } from '../engine/walk/stages.ts';
import { type Control, paramMeta } from '../layers/params.ts';
import type { Value } from '../lessons/condition.ts';
import { type Target, tabs } from '../lessons/targets.ts';
import { adviceFacts } from './advice/advice-facts.ts';
import type { World } from './lesson-world.ts';
import { seedFacts } from './seeds/seed-facts.ts';
import type { Stores } from './stores.ts';
import { walkStage, walkTo } from './walk.ts';

/** What may stand behind a dot of a fact. */
export type FactPart = 'node' | 'parameter' | 'tensor' | 'kind' | 'picture' | 'rule';

/** Something that a lesson's conditions can ask. */
export interface Fact {
  /** What follows its name, dot by dot. */
  readonly parts: readonly FactPart[];
  /** Whether a number in brackets may or must follow. */
  readonly index?: 'may' | 'must';
  /** A number, something that is so or not, one of a few words, or whatever a parameter holds. */
  readonly gives: 'number' | 'truth' | 'any' | readonly string[];
  /** What it is, for those who write lessons. */
  readonly about: string;
  /** What it is called on a card. */
  readonly title: (world: World, parts: readonly string[], index: number | undefined) => Words;
  /** What the words that it gives are called on a card; they stand as they are where it is left out. */
  readonly words?: (word: string, world: World, parts: readonly string[]) => Words | undefined;
  /** What it is worth; nothing while that is not known. */
  readonly read: (
    world: World,
    parts: readonly string[],
    index: number | undefined,
  ) => Value | undefined;
  /** Makes it so, for a person who asks; left out where only the person can. */
  readonly make?: (
    stores: Stores,
    value: Value,
    parts: readonly string[],
    index: number | undefined,
  ) => void;
  /** Whether `make` can give it a value now; always where it is left out. */
  readonly canMake?: (value: Value, world: World, parts: readonly string[]) => boolean;
  /** What of the document `make` changes, if it does. */
  readonly changes?: 'training' | 'network';
  /** Training reaches it. */
  readonly trained?: true;
  /** Where it is found on the page, if seeing is what makes it so. */
  readonly shows?: (parts: readonly string[]) => Target;
}

const named = (en: string, ko: string) => (): Words => ({ en, ko });

/** What a walk is at, for those who walk. */
const stopWords: Readonly<Record<ReturnType<typeof walkStage>, Words>> = {
  off: { en: 'not begun', ko: '시작 전' },
  value: { en: 'values', ko: '순전파' },
  cost: { en: 'the loss', ko: '비용' },
  slope: { en: 'a slope', ko: '기울기' },
  weight: { en: 'a weight', ko: '가중치' },
  update: { en: 'an update', ko: '업데이트' },
  done: { en: 'the end', ko: '끝' },
};

/** A setting of the training: read from the document and set in it. */
function setting(
  name: Exclude<keyof typeof trainingSchema.shape, 'frozen'> | 'learningRate' | 'momentum',
  gives: Fact['gives'],
  about: string,
  title: Fact['title'],
): Fact {
  const inRule = name === 'learningRate' || name === 'momentum';
  return {
    parts: [],
    gives,
    about,
    title,
    read: ({ document: { training } }) => {
      const value = inRule ? training.optimizer[name] : training[name];
      if (value === null) return 'never';
      return typeof value === 'object' ? value.type : value;
    },
    changes: 'training',
    make: ({ documents }, value) => {
      const { document, dispatch } = documents.getState();
      const { optimizer } = document.training;
      const wanted = inRule
        ? { optimizer: { ...optimizer, [name]: value } }
        : name === 'optimizer'
          ? { optimizer: { ...optimizer, type: value } }
          : { [name]: value === 'never' ? null : value };
      const training = trainingSchema.partial().safeParse(wanted);
      if (training.success) dispatch([{ type: 'setTraining', training: training.data as object }]);
    },
  };
}

/** A number that is looked up. */
const count = (about: string, title: Fact['title'], read: Fact['read']): Fact => ({
  parts: [],
  gives: 'number',
  about,
  title,
  read,
});

/** A figure of the last look at the training. */
const figure = (...parts: Parameters<typeof count>): Fact => ({
  ...count(...parts),
  trained: true,
});

const trainFigure = ({ run }: World) => (run.ready ? run.frame?.train : undefined);
const testFigure = ({ run }: World) => (run.ready ? run.frame?.test : undefined);

const nodeOf = ({ document }: World, id = '') =>
  Object.hasOwn(document.graph.nodes, id) ? document.graph.nodes[id] : undefined;

const kindOf = (world: World, id: string | undefined) =>
  world.catalogue.layers.get(nodeOf(world, id)?.kind ?? '');

/** A node as the canvas calls it. */
function nodeTitle(world: World, id = ''): Words {
  const name = nodeOf(world, id)?.name;
  return name === undefined
    ? (kindOf(world, id)?.title ?? { en: id, ko: id })
    : { en: name, ko: name };
}

const join = (a: Words, b: Words): Words => ({ en: `${a.en}: ${b.en}`, ko: `${a.ko}: ${b.ko}` });

/** The value a parameter has, the kind's own where the document leaves it out. */
function paramOf(world: World, [id, name = '']: readonly string[], index = 0): Value | undefined {
  const parsed = kindOf(world, id)?.params.safeParse(nodeOf(world, id)?.params);
  const found = parsed?.success ? (parsed.data as Record<string, unknown>)[name] : undefined;
  const value = Array.isArray(found) ? found[index] : found;
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
    ? value
    : undefined;
}

const statuses = ['ready', 'running', 'paused', 'diverged', 'failed'] as const;

/** Every fact, by name. Adding one is one entry here. */
export const lessonFacts: Readonly<Record<string, Fact>> = {
  step: {
    ...figure('Updates done.', named('step', '스텝'), ({ run }) => run.frame?.step),
    // Updates are trained, not set; only the start can be gone back to.
    canMake: (value) => value === 0,
    make: ({ runs }) => runs.getState().reset(),
  },
  epoch: figure(
    'Passes over the training set.',
    named('epoch', '에폭'),
    ({ run }) => run.frame?.epoch,
  ),
  loss: figure('Loss on the training rows.', named('loss', '비용'), (w) => trainFigure(w)?.loss),
  accuracy: figure(
    'Share of training rows classed right, from 0 to 1.',
    named('accuracy', '정확도'),
    (w) => trainFigure(w)?.accuracy,
  ),
  error: figure(
    'Mean distance from the label, for numbers as labels.',
    named('mean error', '평균 오차'),
    (w) => trainFigure(w)?.meanAbsoluteError,
  ),
  testLoss: figure(
    'Loss on the test rows.',
    named('test loss', '테스트 비용'),
    (w) => testFigure(w)?.loss,
  ),
  testAccuracy: figure(
    'Share of test rows classed right, from 0 to 1.',
    named('test accuracy', '테스트 정확도'),
    (w) => testFigure(w)?.accuracy,
  ),
  status: {
    parts: [],
    trained: true,
    gives: statuses,
    about: 'What the training does. `diverged`: a number stopped being one.',
    title: named('training', '학습'),
    read: ({ run: { frame, running } }) => {
      if (running) return 'running';
      if (frame?.status === 'diverged' || frame?.status === 'failed') return frame.status;
      return frame && frame.step > 0 ? 'paused' : 'ready';
    },
  },
  trainable: {
    parts: [],
    gives: 'truth',
    about: 'The network can be trained.',
    title: named('the network can be trained', '학습할 수 있는 네트워크'),
    read: ({ compilation }) => compilation.ir !== undefined,
  },
  problems: count(
    'Problems that are shown.',
    named('problems', '문제'),
    (w) => w.compilation.problems.length,
  ),
  runs: {
    ...figure(
      'Runs started from update 0 since the card was turned to.',
      named('runs from the start', '처음부터 학습'),
      ({ study }) => study.visit.runs,
    ),
    // The start can be gone back to; the run itself is trained.
    canMake: (_, { run }) => !run.running && (run.frame?.step ?? 0) > 0,
    make: ({ runs }) => runs.getState().reset(),
  },
  compared: {
    ...figure(
      'Kept runs that are drawn in the chart, the one on screen among them.',
      named('runs in the chart', '그래프의 기록'),
      ({ runList: { shown, current, runs } }) =>
        runs.filter(({ number }) => number === current || shown.includes(number)).length,
    ),
    // The newest ones, as many as are wanted.
    make: ({ runList }, value) => {
      const { runs, show } = runList.getState();
      for (const { number } of runs.slice(-Number(value))) show(number, true);
    },
  },
  answer: {
    parts: [],
    index: 'must',
    gives: 'number',
    about: 'The answer to what was typed in the picture `ask`: `answer[0]`.',
    title: named('answer', '답'),
    read: ({ run, view }, _, index = 0) => {
      const asked = run.frame?.pictures['ask'] as
        | {
            readonly rows?: readonly (readonly number[])[];
            readonly answers?: readonly (readonly number[])[];
          }
        | undefined;
      // An answer to something else is none.
      const isMine = asked?.rows?.[0]?.every((typed, i) => typed === (view.asked[i] ?? 0));
      return isMine ? asked?.answers?.[0]?.[index] : undefined;
    },
  },
  learningRate: setting(
    'learningRate',
    'number',
    'The learning rate.',
    named('learning rate', '학습률'),
  ),
  momentum: setting(
    'momentum',
    'number',
    'The share that is carried on.',
    named('momentum', '모멘텀'),
  ),
  optimizer: setting(
    'optimizer',
    optimizerTypes,
    'The update rule.',
    named('optimizer', '옵티마이저'),
  ),
  batchSize: setting('batchSize', 'any', 'Rows an update, or `full`.', named('batch', '배치')),
  shuffle: setting('shuffle', 'truth', 'Rows are shuffled every epoch.', named('shuffle', '섞기')),
  balance: setting(
    'balance',
    'truth',
    'Rows are drawn so that every class counts alike.',
    named('classes count alike', '클래스 균형'),
  ),
  testShare: setting(
    'testShare',
    'number',
    'Share set apart for testing.',
    named('test share', '테스트 비율'),
  ),
  seed: setting('seed', 'number', 'Seed of the weights.', named('seed', '시드')),
  stopAt: setting(
    'stopAt',
    'any',
    'Update at which a run pauses, or `never`.',
    named('pause at', '멈출 스텝'),
  ),
  nodes: count(
    'Nodes on the canvas.',
    named('nodes', '노드'),
    ({ document }) => Object.keys(document.graph.nodes).length,
  ),
  kinds: {
    parts: ['kind'],
    gives: 'number',
    about: 'Nodes of a kind: `kinds.dense`.',
    title: ({ catalogue }, [kind = '']) =>
      catalogue.layers.get(kind)?.title ?? { en: kind, ko: kind },
    read: ({ document }, [kind]) =>
      Object.values(document.graph.nodes).filter((node) => node.kind === kind).length,
  },
  params: {
    parts: ['node', 'parameter'],
    index: 'may',
    gives: 'any',
    about:
      'A parameter of a node: `params.dense1.units`, `params.data.dataset`, `params.conv1.kernel[0]`.',
    title: (world, [id, name = '']) => {
      const schema = kindOf(world, id)?.params.shape[name];
      const title = (schema && paramMeta.get(schema)?.title) ?? { en: name, ko: name };
      return join(nodeTitle(world, id), title);
    },
    words: (word, world, [id, name = '']) => {
      const schema = kindOf(world, id)?.params.shape[name];
      const control: Control | undefined = schema && paramMeta.get(schema)?.control;
      if (control?.type === 'dataset') return world.catalogue.datasets.get(word)?.title;
      return control?.type === 'choice'
        ? control.options.find(({ value }) => value === word)?.title
        : undefined;
    },
    read: paramOf,
    changes: 'network',
    make: ({ documents, catalogue }, value, [id = '', name = ''], index) => {
      const { document, dispatch } = documents.getState();
      const { kind = '', params } = document.graph.nodes[id] ?? {};
      const now = catalogue.layers.get(kind)?.params.safeParse(params).data?.[name];
      // A place of a list is set, and its other places stay.
      const next = index !== undefined && Array.isArray(now) ? now.with(index, value) : value;
      dispatch([{ type: 'setParams', id, params: { [name]: next } }]);
    },
  },
  value: {
    parts: ['node'],
    index: 'must',
    gives: 'number',
    about: 'A value of a calculation, the last axis fastest: `value.add1[0]`.',
    title: (world, [id], index = 0) =>
      join(nodeTitle(world, id), { en: `[${index}]`, ko: `[${index}]` }),
    read: ({ compilation }, [id = ''], index = 0) => compilation.values.get(id)?.values[index],
  },
  weight: {
    parts: ['node', 'tensor'],
    trained: true,
    index: 'must',
    gives: 'number',
    about: 'A weight as trained, row by row: `weight.dense1.kernel[0]`.',
    title: (world, [id, tensor = ''], index = 0) => {
      const text = `${tensor}[${index}]`;
      return join(nodeTitle(world, id), { en: text, ko: text });
    },
    read: ({ compilation, weights }, [id = '', tensor], index = 0) => {
      const specs = compilation.network?.nodes.find((node) => node.id === id)?.weights ?? [];
      const at = specs.findIndex(({ name }) => name === tensor);
      return weights?.[id]?.[at]?.[index];
    },
  },
  seen: {
    parts: ['picture'],
    gives: 'truth',
    about: 'A picture has been on screen since the card was turned to: `seen.loss-curve`.',
    title: named('look at the picture', '그림 보기'),
    read: ({ study }, [picture = '']) => study.visit.seen.includes(picture),
    shows: ([id = '']) => ({ type: 'picture', id }),
  },
  lens: {
    parts: ['node'],
    gives: 'truth',
    about: 'The layer is looked into: `lens.conv1`.',
    title: (world, [id]) => join({ en: 'look into', ko: '들여다보기' }, nodeTitle(world, id)),
    read: ({ view }, [id]) => view.lens === id,
    make: ({ views }, value, [id]) => views.getState().set({ lens: value ? id : undefined }),
  },
  walk: {
    parts: [],
    gives: ['off', ...stageTypes],
    about: 'What the stop is about at which a walk through an update is: `walk = slope`.',
    title: named('walk through an update', '업데이트 따라가기'),
    words: (stop) => new Map<string, Words>(Object.entries(stopWords)).get(stop),
    read: ({ view, compilation: { ir } }) => walkStage(view.walk, ir),
    make: (stores, value) => walkTo(stores, String(value)),
  },
  selected: {
    parts: ['node'],
    gives: 'truth',
    about: 'The node is selected: `selected.dense1`.',
    title: (world, [id]) => join({ en: 'select', ko: '선택하기' }, nodeTitle(world, id)),
    read: ({ view }, [id = '']) => view.selection.nodes.includes(id),
    make: ({ views }, value, [id = '']) => views.getState().select(value ? [id] : []),
  },
  tab: {
    parts: [],
    gives: tabs,
    about: 'A page of a panel is open: `tab = train`.',
    title: named('open tab', '열린 탭'),
    read: ({ view }) => (view.rightOpen ? view.rightTab : undefined),
  },
  ...adviceFacts,
  ...seedFacts,
};
