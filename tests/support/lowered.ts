import { compile } from '../../src/compiler/compile.ts';
import type { Ir } from '../../src/compiler/ir.ts';
import type { Graph } from '../../src/document/schema.ts';
import { defaultTraining, type Training } from '../../src/document/training-schema.ts';
import { catalogue } from './catalogue.ts';

/** The lowered network of a graph that must compile. */
export function lowered(graph: Graph, batchSize: Training['batchSize'] = 'full'): Ir {
  const { ir, problems } = compile(graph, catalogue, batchSize);
  if (!ir) throw new Error(`does not compile: ${JSON.stringify(problems)}`);
  return ir;
}

/** Training settings of a test. */
export const trainingOf = (change: Partial<Training> = {}): Training => ({
  ...defaultTraining,
  ...change,
});
