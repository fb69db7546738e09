import type { Graph, GraphDocument, Layout } from '../src/document/schema.ts';
import { documentOf } from '../tests/support/documents.ts';
import { type Sketch, sketch } from '../tests/support/graphs.ts';

/** Nodes in a row of the canvas. */
const ROW_LENGTH = 25;
const [COLUMN, ROW] = [264, 140];

/**
 * A network that trains, of so many nodes and a fifth more wires: blocks of Dense, tanh, Dense and a node
 * that in most of them adds what went around the block.
 */
function largeGraph(size: number): Graph {
  const nodes: Record<string, Sketch> = { source: ['points'], first: ['dense', { units: 4 }] };
  const wires = ['source>first'];
  let last = 'first';
  const put = (id: string, layer: Sketch): void => {
    nodes[id] = layer;
    wires.push(`${last}>${id}`);
    last = id;
  };
  const blocks = Math.floor((size - 5) / 4);
  const around = size / 5 + 1;
  for (let i = 0; i < blocks; i++) {
    const entry = last;
    put(`in${i}`, ['dense', { units: 8 }]);
    put(`act${i}`, ['tanh']);
    put(`out${i}`, ['dense', { units: 4 }]);
    put(`sum${i}`, i < around ? ['add'] : ['linear']);
    if (i < around) wires.push(`${entry}>sum${i}`);
  }
  for (let i = 5 + 4 * blocks; i < size; i++) put(`rest${i}`, ['tanh']);
  put('head', ['dense', { units: 1 }]);
  put('chance', ['sigmoid']);
  put('loss', ['loss']);
  return sketch(nodes, wires);
}

/** The same as a document, its nodes in rows that a person can follow. */
export function largeDocument(size: number): GraphDocument {
  const graph = largeGraph(size);
  const layout: Layout = Object.fromEntries(
    Object.keys(graph.nodes).map((id, i) => [
      id,
      { x: (i % ROW_LENGTH) * COLUMN, y: Math.floor(i / ROW_LENGTH) * ROW },
    ]),
  );
  return { ...documentOf(graph), layout };
}
