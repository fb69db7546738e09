import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { applyCommands } from '../../src/document/commands.ts';
import { parseDocumentText } from '../../src/document/parse.ts';
import { stageTypes } from '../../src/engine/walk/stages.ts';
import { parseEdits } from '../../src/lessons/edits.ts';
import { holds } from '../../src/lessons/evaluate.ts';
import { parseCondition } from '../../src/lessons/parse-condition.ts';
import { faultOf, lookupIn, wordOf } from '../../src/state/ask-facts.ts';
import { createDocumentStore } from '../../src/state/document-store.ts';
import { createLessonStore, progressOf } from '../../src/state/lesson-store.ts';
import type { World } from '../../src/state/lesson-world.ts';
import { readLink, writeLink } from '../../src/state/page-link.ts';
import { planEdits } from '../../src/ui/lessons/plan-edits.ts';
import { catalogue } from '../support/catalogue.ts';

const parsed = parseDocumentText(readFileSync('presets/lab-09-2.json', 'utf8'));
if (!parsed.ok) throw new Error('lab-09-2 cannot be read');
const document = parsed.value;
const compilation = compile(document.graph, catalogue);

const memory = new Map<string, string>();
beforeEach(() => {
  memory.clear();
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => memory.get(key) ?? null,
      setItem: (key: string, value: string) => void memory.set(key, value),
      removeItem: (key: string) => void memory.delete(key),
    },
  });
});

describe('words on a card are not those that conditions are written in', () => {
  const world = { document, compilation, catalogue } as unknown as World;
  const at = (name: string, ...parts: string[]) => ({ name, parts, index: undefined });

  it('names the stops of a walk', () => {
    for (const stop of ['off', ...stageTypes]) {
      const word = wordOf(at('walk'), stop, world);
      expect(word, stop).toMatchObject({ ko: expect.stringMatching(/[가-힣]/) });
    }
    expect(wordOf(at('walk'), 'cost', world)).toMatchObject({ en: 'the loss', ko: '비용' });
  });

  it('names what a parameter is set to as the inspector does', () => {
    const [data = ''] =
      Object.entries(document.graph.nodes).find(([, { kind }]) => kind === 'points') ?? [];
    const [loss = ''] =
      Object.entries(document.graph.nodes).find(([, { kind }]) => kind === 'loss') ?? [];
    expect(wordOf(at('params', data, 'dataset'), 'shiftedFive', world)).toEqual(
      catalogue.datasets.get('shiftedFive')?.title,
    );
    expect(wordOf(at('params', loss, 'type'), 'meanSquaredError', world)).toEqual({
      en: 'mean squared error',
      ko: '평균 제곱 오차',
    });
    expect(wordOf(at('params', loss, 'type'), 'unheardOf', world)).toBe('unheardOf');
  });
});

function read(text: string) {
  const condition = parseCondition(text);
  if (!condition.ok) throw new Error(condition.error.message);
  return condition.value;
}

describe('what conditions ask of a lesson', () => {
  const names = { world: { document, compilation, catalogue }, pictures: new Set(['loss-curve']) };
  const fault = (text: string): string | undefined => {
    const condition = read(text);
    if (!('fact' in condition)) throw new Error(text);
    return faultOf(condition, names);
  };

  it.each([
    'step >= 2001',
    'status = diverged',
    'kinds.dense >= 2',
    'params.dense1.units = 2',
    'params.data.dataset = xor',
    'weight.dense1.kernel[3] ~ 1 ± 0.1',
    'seen.loss-curve',
    'lens.dense1',
    'optimizer = adam',
    'batchSize = full',
    'stopAt = never',
  ])('%s can be asked', (text) => {
    expect(fault(text)).toBeUndefined();
  });

  it.each([
    ['steps >= 3', /^there is no such fact; there are step, /],
    ['kinds.convolution >= 1', 'there is no kind “convolution”'],
    ['kinds >= 1', 'is written kinds.KIND'],
    ['params.dense9.units = 2', 'there is no node “dense9”'],
    ['params.dense1.filters = 2', 'there is no parameter “filters”'],
    ['weight.dense1.kernel > 1', 'wants a place: [0]'],
    ['weight.sigmoid1.kernel[0] > 1', 'there is no tensor “kernel”'],
    ['loss[0] < 1', 'has no places'],
    ['seen.curve', 'there is no picture “curve”'],
    ['status = exploded', /^is one of ready, running/],
    ['loss = low', '“low” is no number'],
    ['loss', 'is not simply so or not: compare it, as in “= 1”'],
    ['trainable = 1', 'is “yes” or “no”'],
  ])('%s cannot: %s', (text, message) => {
    expect(fault(text)).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  it('are answered by the document, the compilation, the run and its weights', () => {
    const study = createLessonStore().getState();
    const train = { loss: 0.5, accuracy: 0.75, meanAbsoluteError: undefined, rows: 4, step: 7 };
    const world = {
      document,
      compilation,
      catalogue,
      study,
      run: { ready: true, running: false, frame: { step: 7, epoch: 7, status: 'paused', train } },
      view: {
        selection: { nodes: ['dense1'], wires: [] },
        lens: 'dense1',
        rightOpen: true,
        rightTab: 'see',
      },
      weights: { dense1: [Float32Array.of(1, 2, 3, 4), Float32Array.of(5, 6)] },
    } as unknown as World;
    const isTrue = (text: string): boolean => holds(read(text), lookupIn(world));
    for (const text of [
      'step = 7 and loss = 0.5 and accuracy = 0.75 and status = paused',
      'kinds.dense = 2 and kinds.conv2d = 0 and nodes = 6 and problems = 0 and trainable',
      'params.dense1.units = 2 and params.data.dataset = xor and params.loss.type = binaryCrossentropy',
      'weight.dense1.kernel[2] = 3 and weight.dense1.bias[1] = 6',
      'learningRate = 0.1 and optimizer = sgd and seed = 777 and stopAt = 10001 and batchSize = full',
      'selected.dense1 and lens.dense1 and tab = see and not seen.loss-curve and runs = 0',
    ]) {
      expect(isTrue(text), text).toBe(true);
    }
    expect(isTrue('testAccuracy >= 0')).toBe(false);
  });
});

describe('progress', () => {
  it('is kept on the machine: what was done stays done, what was chosen stays chosen', () => {
    const { finish, choose, goTo } = createLessonStore().getState();
    finish('lab-09-2', 2);
    finish('lab-09-2', 2);
    choose('lab-09-2', 0, 1);
    goTo('lab-09-2', 3);
    const again = progressOf(createLessonStore().getState(), 'lab-09-2');
    expect(again).toEqual({ at: 3, done: [2, 0], chosen: { 0: 1 } });
  });

  it('survives starting again, but the questions are open again', () => {
    const store = createLessonStore();
    store.getState().choose('lab-09-2', 0, 1);
    store.getState().restart('lab-09-2');
    expect(progressOf(store.getState(), 'lab-09-2')).toEqual({ at: 0, done: [0], chosen: {} });
  });

  it.each(['no JSON', '{"state":{"progress":{"lab-09-2":{"at":-1}}},"version":0}', '{"state":7}'])(
    'starts anew from what cannot be read: %s',
    (text) => {
      memory.set('netwright-lessons', text);
      expect(progressOf(createLessonStore().getState(), 'lab-09-2').at).toBe(0);
    },
  );

  it('works where storage is blocked', () => {
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const store = createLessonStore();
    store.getState().finish('lab-09-2', 1);
    expect(progressOf(store.getState(), 'lab-09-2').done).toEqual([1]);
  });
});

describe('a link', () => {
  it('says a lesson, a card, and how it is shown', () => {
    expect(readLink('?lesson=lab-09-2&card=3&edit=no&present=yes')).toEqual({
      lesson: 'lab-09-2',
      card: 3,
      edit: false,
      present: true,
    });
    expect(readLink('')).toEqual({
      lesson: undefined,
      card: undefined,
      edit: true,
      present: false,
    });
    expect(readLink('?card=three').card).toBeNaN();
    expect(readLink('?card=-1').card).toBeNaN();
  });

  it('reads back as it was written', () => {
    const address = { origin: 'https://example.org', pathname: '/net/' };
    const link = { lesson: 'lab-09-2', card: 3, edit: false, present: true };
    const text = writeLink(address, link);
    expect(text.startsWith('https://example.org/net/?')).toBe(true);
    expect(readLink(new URL(text).search)).toEqual(link);
    expect(writeLink(address, { lesson: 'lab-09-2' })).toBe(
      'https://example.org/net/?lesson=lab-09-2',
    );
  });
});

it('a locked network cannot be changed, but its training can', () => {
  const store = createDocumentStore(document);
  const { dispatch, lock } = store.getState();
  lock('lecture');
  dispatch([
    { type: 'remove', nodes: ['dense1'] },
    { type: 'setTraining', training: { seed: 5 } },
  ]);
  const locked = store.getState().document;
  expect(locked.graph).toBe(document.graph);
  expect(locked.training.seed).toBe(5);
  lock(undefined);
  dispatch([{ type: 'remove', nodes: ['dense1'] }]);
  expect(store.getState().document.graph.nodes['dense1']).toBeUndefined();
});

it('a calculation is asked for its values, and its constants are set by a card', () => {
  const parsed08 = parseDocumentText(readFileSync('presets/lab-08-2.json', 'utf8'));
  if (!parsed08.ok) throw new Error('lab-08-2 cannot be read');
  const calculation = parsed08.value;
  const asked = (text: string, graph: typeof calculation.graph): boolean => {
    const world = { compilation: compile(graph, catalogue) } as unknown as World;
    return holds(read(text), lookupIn(world));
  };
  expect(asked('value.product[0] = 12', calculation.graph)).toBe(true);
  const edits = parseEdits('set b.value to [[2.], [5.]]');
  if (!edits.ok) throw new Error(edits.error);
  const commands = planEdits(edits.value, calculation, new Set(), catalogue);
  const { graph } = applyCommands(calculation, commands);
  expect(asked('value.product[0] = 21 and value.b[1] = 5', graph)).toBe(true);
  expect(asked('value.product[9] = 0', graph)).toBe(false);
});

it('keeps what is done in two tabs, in different lessons and in the same one', () => {
  createLessonStore().getState().goTo('lab-03', 1);
  const [one, other] = [createLessonStore(), createLessonStore()];
  one.getState().finish('lab-02', 0);
  other.getState().finish('lab-02', 3);
  other.getState().goTo('lab-03', 5);
  one.getState().goTo('lab-02', 2);
  one.getState().choose('lab-04', 1, 1);
  expect(createLessonStore().getState().progress).toEqual({
    'lab-02': { at: 2, done: [0, 3], chosen: {} },
    'lab-03': { at: 5, done: [], chosen: {} },
    'lab-04': { at: 0, done: [1], chosen: { 1: 1 } },
  });
  // What another tab does turns no card here.
  expect(progressOf(one.getState(), 'lab-03').at).toBe(1);
});
