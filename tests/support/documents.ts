import { emptyDocument } from '../../src/document/create.ts';
import type { Graph, GraphDocument } from '../../src/document/schema.ts';
import { defaultTraining, type Training } from '../../src/document/training-schema.ts';

/** A document around a graph, its nodes in a row. */
export const documentOf = (graph: Graph, training: Partial<Training> = {}): GraphDocument => ({
  ...emptyDocument('test'),
  graph,
  layout: Object.fromEntries(Object.keys(graph.nodes).map((id, i) => [id, { x: 240 * i, y: 0 }])),
  training: { ...defaultTraining, ...training },
});
