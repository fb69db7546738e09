import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { applyCommands } from '../../src/document/commands.ts';
import { type Fragment, parseFragmentText } from '../../src/document/fragment.ts';
import { nodeIds } from '../../src/document/queries.ts';
import type { Graph, GraphDocument } from '../../src/document/schema.ts';
import { planBlock } from '../../src/ui/edit/plan-block.ts';
import { planRepeat } from '../../src/ui/edit/plan-repeat.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { chain } from '../support/graphs.ts';
import { trainingOf } from '../support/lowered.ts';
import { findFiles } from '../support/modules.ts';
import { startSession } from '../support/sessions.ts';

const files = findFiles('presets/blocks', /\.json$/);

function load(path: string): Fragment {
  const parsed = parseFragmentText(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

/** Data, flattened and told apart. */
const network = (dataset: string, units: number, more: object = {}): Graph =>
  chain(
    ['images', { dataset, size: 32, ...more }],
    ['flatten'],
    ['dense', { units }],
    ['softmax'],
    ['loss', { type: 'categoricalCrossentropy' }],
  );

/** Pictures of a person's own, in colour. */
const colour = {
  key: 'k',
  title: 'colour',
  shape: [32, 32, 3],
  classes: ['a', 'b'],
  trainRows: 20,
  testRows: 4,
};

const errors = ({ graph }: GraphDocument): string[] =>
  compile(graph, catalogue, 16)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

it('finds the blocks that ship', () => {
  expect(files.map((file) => basename(file, '.json')).sort()).toEqual([
    'inception',
    'residual',
    'vgg',
  ]);
});

describe.each(files)('%s', (file) => {
  const block = load(file);

  it('has a name and a sentence in both languages', () => {
    expect(block.title).toMatchObject({ en: /\S/, ko: /[가-힣]/ });
    expect(block.about).toMatchObject({ en: /\.$/, ko: /\.$/ });
  });

  /** The block behind data, and once more behind itself. */
  function twice(start: GraphDocument): GraphDocument {
    const plan = planBlock(start, nodeIds(start.graph), block, 'Block', { after: 'n0' });
    if (!plan) throw new Error('no room');
    const once = applyCommands(start, plan.commands);
    expect(Object.values(once.blocks ?? {})).toMatchObject([{ name: 'Block', nodes: plan.ids }]);
    expect(errors(once)).toEqual(errors(start));
    const more = planRepeat(once, nodeIds(once.graph), catalogue, 'block1', 2, String);
    if (!more.ok) throw new Error(JSON.stringify(more.error));
    return applyCommands(once, more.value);
  }

  it('fits behind digits and behind pictures in colour, once and twice', () => {
    for (const [dataset, units, more] of [
      ['mnist', 10, {}],
      ['ownImages', 2, { stored: colour }],
    ] as const) {
      const start = documentOf(network(dataset, units, more), { batchSize: 16 });
      expect(errors(twice(start))).toEqual(errors(start));
    }
  });

  it('trains', async () => {
    const start = documentOf(network('shapes', 3), { batchSize: 16 });
    const session = startSession();
    await session.build(twice(start).graph, trainingOf({ batchSize: 16 }));
    await session.advance({ steps: 1 });
    await session.dispose();
    expect(session.last()).toMatchObject({ step: 1 });
    expect(session.last().failure).toBeUndefined();
  });
});
