import { FORMAT_VERSION, type GraphDocument } from './schema.ts';
import { defaultTraining } from './training-schema.ts';

/** A document with nothing on its canvas. */
export const emptyDocument = (title: string): GraphDocument => ({
  format: 'netwright',
  version: FORMAT_VERSION,
  graph: { nodes: {}, wires: [] },
  layout: {},
  training: defaultTraining,
  meta: { title },
});
