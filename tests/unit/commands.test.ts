import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { Language, Words } from '../../src/core/words.ts';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';
import type { LayerKind } from '../../src/layers/define-layer.ts';
import type { Asking } from '../../src/state/view-store.ts';
import type { ActionContext } from '../../src/ui/actions/action.ts';
import { actions } from '../../src/ui/actions/index.ts';
import { listCommands } from '../../src/ui/commands/list-commands.ts';
import { rank } from '../../src/ui/commands/rank.ts';
import { type Judge, judgeOfAsking, type Verdict } from '../../src/ui/edit/judge-kinds.ts';
import type { Addition } from '../../src/ui/edit/plan-add.ts';
import { tryFor } from '../../src/ui/edit/try-for.ts';
import { search } from '../../src/ui/palette/search.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';
import { storesOfXor } from '../support/stores.ts';

const translator = createInstance();
await translator.init({
  lng: 'en',
  resources: { en: { translation: en }, ko: { translation: ko } },
  showSupportNotice: false,
});

const speech = (language: Language) => ({
  t: translator.getFixedT(language),
  words: (value: Words | string) => (typeof value === 'string' ? value : value[language]),
});

/** The list as it is on a page in a language, and what it answers to a text, the best first. */
function pageIn(language: Language) {
  const other = language === 'en' ? 'ko' : 'en';
  const ways = {
    addAfter: () => {},
    carryOut: ({ commands }: Addition) => context.stores.documents.getState().dispatch(commands),
  };
  const context: ActionContext = {
    ...speech(language),
    stores: storesOfXor(),
    edit: ways,
    files: {},
    training: {},
    flow: {},
  } as unknown as ActionContext;
  const lesson = {
    ...documentOf(xorNetwork()),
    meta: {
      title: { en: 'Convolution, valid', ko: '합성곱, 패딩 없이' },
      lesson: { id: 'lab-11-0-1', lecture: 'Lab 11', summary: { en: '', ko: '' } },
    },
  };
  const source = {
    context,
    other: speech(other) as Pick<ActionContext, 't' | 'words'>,
    lessons: new Map([['lab-11-0-1', lesson]]),
  };
  return {
    context,
    list: (asking?: Asking) => {
      const { documents, catalogue } = context.stores;
      const { document, usedIds } = documents.getState();
      const judge = judgeOfAsking(document, usedIds, catalogue, asking);
      const verdicts = new Map<LayerKind, Verdict>();
      if (judge) tryFor(Number.POSITIVE_INFINITY, judge, [...catalogue.layers.values()], verdicts);
      return listCommands({ ...source, judge, verdicts }, asking);
    },
  };
}

const answers = (page: ReturnType<typeof pageIn>, query: string): string[] =>
  page
    .list()
    .flatMap(({ id, names, aliases }) => {
      const found = rank(names, query, aliases);
      return found === undefined ? [] : [{ id, found }];
    })
    .sort((a, b) => a.found - b.found)
    .map(({ id }) => id);

describe.each(['en', 'ko'] as const)('the list of commands on a page in %s', (language) => {
  it.each([
    ['fc', 'layer dense'],
    ['relu', 'layer relu'],
    ['maxpool', 'layer maxPool'],
    ['max pool', 'layer maxPool'],
    ['합성곱', 'layer conv2d'],
    ['conv2d', 'layer conv2d'],
    ['undo', 'action undo'],
    ['한국어', 'action language'],
    ['도움말', 'action keys'],
    ['lab 11', 'lesson lab-11-0-1'],
    ['lab-11-0-1', 'lesson lab-11-0-1'],
    ['패딩 없이', 'lesson lab-11-0-1'],
  ])('finds “%s”', (query, id) => {
    const page = pageIn(language);
    page.context.stores.documents.getState().dispatch([{ type: 'retitle', title: 'changed' }]);
    expect(answers(page, query)).toContain(id);
  });

  it('puts the layer that is called so first', () => {
    expect(answers(pageIn(language), 'conv2d')[0]).toBe('layer conv2d');
    expect(answers(pageIn(language), 'relu')[0]).toBe('layer relu');
    const layers = answers(pageIn(language), 're').filter((id) => id.startsWith('layer '));
    expect(layers.indexOf('layer relu')).toBeLessThan(layers.indexOf('layer flatten'));
  });

  it('finds every action by its title in the language on screen and in the other', () => {
    const page = pageIn(language);
    const shown = new Set(page.list().map(({ id }) => id));
    for (const action of actions.filter(({ id }) => shown.has(`action ${id}`))) {
      for (const spoken of [speech('en'), speech('ko')]) {
        const title = action.title({ ...page.context, ...spoken } as ActionContext);
        expect(answers(page, title), title).toContain(`action ${action.id}`);
      }
    }
  });
});

describe('nodes of one name', () => {
  it('are numbered along the wires wherever they are listed; one of its own name is not', () => {
    const page = pageIn('en');
    const titles = page.list().flatMap(({ id, title }) => (id.startsWith('node ') ? title : []));
    expect(new Set(titles).size).toBe(titles.length);
    const plain = titles.filter((title) => !/\(\d\)$/.test(title));
    expect(titles.filter((title) => title.startsWith('Sigmoid'))).toEqual([
      'Sigmoid (1)',
      'Sigmoid (2)',
    ]);
    expect(plain.length).toBe(2);
  });
});

describe('the search among kinds', () => {
  it('puts one whose own name begins so before one that has another name like it', () => {
    const found = search(catalogue.layers.values(), 're').map(({ kind }) => kind);
    expect(found.slice(0, 2).toSorted()).toEqual(['relu', 'reshape']);
    expect(found).toContain('flatten');
  });
});

describe('the answers to a question about a node', () => {
  it('are the layers that fit after it; the others say why they do not', () => {
    const page = pageIn('en');
    const [, dense = ''] = Object.keys(
      page.context.stores.documents.getState().document.graph.nodes,
    );
    const list = page.list({ what: 'after', node: dense });
    const of = (kind: string) => list.find(({ id }) => id === `layer ${kind}`);
    expect(of('relu')).toMatchObject({ group: 'fits', title: 'ReLU' });
    expect(of('conv2d')?.remark).toContain('reads an image');
    expect(of('points')).toMatchObject({ refused: true });
  });

  it.each(['add', 'relu', 'dense'])('put %s where its shape was shown', (kind) => {
    const page = pageIn('en');
    const { documents } = page.context.stores;
    const { wires } = documents.getState().document.graph;
    const [wire] = wires;
    const line = page
      .list({ what: 'after', node: wire?.from ?? '' })
      .find(({ id }) => id === `layer ${kind}`);
    void line?.run();
    const { graph } = documents.getState().document;
    const [added] = Object.keys(graph.nodes)
      .filter((id) => graph.nodes[id]?.kind === kind)
      .slice(-1);
    expect(graph.wires).toContainEqual(expect.objectContaining({ from: wire?.from, to: added }));
    expect(graph.wires).toContainEqual(expect.objectContaining({ from: added, to: wire?.to }));
  });

  it('are tried once each, and few at a time', () => {
    const kinds = [...pageIn('en').context.stores.catalogue.layers.values()];
    let now = 0;
    const asked: LayerKind[] = [];
    const judge: Judge = (kind) => {
      asked.push(kind);
      now += 8;
      return { kind, place: { type: 'wire', wire: 'w1' }, type: 'fits', output: undefined };
    };
    const verdicts = new Map<LayerKind, Verdict>();
    for (let before = 0; !tryFor(10, judge, kinds, verdicts, () => now); before = now) {
      expect(now - before).toBeLessThanOrEqual(16);
    }
    expect(asked).toEqual(kinds);
  });

  it('are all nodes to wire to, with the reason where a wire would be refused', () => {
    const page = pageIn('en');
    const { nodes } = page.context.stores.documents.getState().document.graph;
    const [first = '', ...others] = Object.keys(nodes);
    const list = page.list({ what: 'connect', node: first });
    expect(list.map(({ id }) => id).sort()).toEqual(others.map((id) => `connect ${id}`).sort());
    expect(list.some(({ remark }) => remark?.includes('already'))).toBe(true);
    expect(list.some(({ refused }) => refused === undefined)).toBe(true);
  });

  it('cut the wire that is chosen, and no other', () => {
    const page = pageIn('en');
    const { documents } = page.context.stores;
    const { wires } = documents.getState().document.graph;
    const [wire] = wires;
    const [cut] = page.list({ what: 'cut', node: wire?.to ?? '' });
    void cut?.run();
    expect(documents.getState().document.graph.wires).toEqual(wires.slice(1));
  });

  it('change nothing on a page without the editing tools', () => {
    const page = pageIn('en');
    page.context.stores.documents.getState().lock('fixed');
    const groups = new Set(page.list().map(({ group }) => group));
    expect(groups).toEqual(new Set(['actions', 'nodes']));
  });
});
