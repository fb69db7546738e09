import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { applyCommands } from '../../src/document/commands.ts';
import { parseDocumentText } from '../../src/document/parse.ts';
import { nodeIds } from '../../src/document/queries.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { parseEdits } from '../../src/lessons/edits.ts';
import { planEdits } from '../../src/ui/lessons/plan-edits.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';

const document = documentOf(xorNetwork());
const chain = Object.keys(document.graph.nodes);

function edited(text: string) {
  const edits = parseEdits(text);
  if (!edits.ok) throw new Error(edits.error);
  const after = applyCommands(
    document,
    planEdits(edits.value, document, nodeIds(document.graph), catalogue),
  );
  return { after, kinds: Object.values(after.graph.nodes).map(({ kind }) => kind) };
}

it('joins the neighbours of what a card removes, so that the network still trains', () => {
  const [, dense, sigmoid] = chain;
  const { after, kinds } = edited(`remove ${dense}; remove ${sigmoid}`);
  expect(kinds.filter((kind) => kind === 'dense')).toHaveLength(1);
  expect(after.graph.wires).toHaveLength(kinds.length - 1);
  expect(compile(after.graph, catalogue).ir).toBeDefined();
});

it('inserts and replaces by kind, under ids that were never used', () => {
  const [, dense, sigmoid] = chain;
  const { after, kinds } = edited(`insert dense after ${sigmoid}; replace ${sigmoid} with tanh`);
  expect(kinds.filter((kind) => kind === 'dense')).toHaveLength(3);
  expect(kinds).toContain('tanh');
  expect(after.graph.nodes[dense ?? '']).toEqual(document.graph.nodes[dense ?? '']);
  expect(compile(after.graph, catalogue).ir).toBeDefined();
});

it('sets a parameter as its kind reads it: a number, a word, a list of numbers', () => {
  const [source, dense] = chain;
  const { after } = edited(`set ${dense}.units to 5; set ${source}.dataset to circles`);
  expect(after.graph.nodes[dense ?? '']?.params['units']).toBe(5);
  expect(after.graph.nodes[source ?? '']?.params['dataset']).toBe('circles');
  expect(edited(`set ${dense}.units to many`).after).toBe(document);
});

it('leaves out what is about something that is gone', () => {
  expect(edited('remove dense99').after).toBe(document);
  expect(edited('insert relu after dense99').after).toBe(document);
});

it('asks without touching the graph', () => {
  expect(edited('ask 100, 70, -1.5').after).toBe(document);
  expect(parseEdits('ask 100, 70, -1.5')).toEqual({
    ok: true,
    value: [{ type: 'ask', inputs: [100, 70, -1.5] }],
  });
  expect(parseEdits('ask 100, seventy')).toMatchObject({ ok: false });
});

it('draws another start: the next seed, and N(0, 1) where weights are given', () => {
  const text = readFileSync('presets/lab-09-2.json', 'utf8');
  const lesson = parseDocumentText(text);
  if (!lesson.ok) throw new Error('no lesson');
  const edits = parseEdits('draw');
  if (!edits.ok) throw new Error(edits.error);
  const after = applyCommands(
    lesson.value,
    planEdits(edits.value, lesson.value, nodeIds(lesson.value.graph), catalogue),
  );
  expect(after.training.seed).toBe(lesson.value.training.seed + 1);
  const before = compile(lesson.value.graph, catalogue).ir;
  const now = compile(after.graph, catalogue).ir;
  if (!before || !now) throw new Error('not trainable');
  expect(initialWeights(now, after.training.seed)).not.toEqual(initialWeights(before, 777));
});
