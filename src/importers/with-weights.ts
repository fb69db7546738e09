import { sameShape } from '../core/shape.ts';
import { shortestSingle } from '../core/single.ts';
import type { LayerKind } from '../layers/define-layer.ts';
import type { Imported, Note } from './report.ts';
import { MAX_STORED, type StoredTensor, type StoredWeights } from './stored-weights.ts';

/** Layers that are named in a note. */
const NAMED = 4;

/** The network with stored weights as its starting ones, and what is to be said of it. */
export function withWeights(
  read: Imported,
  stored: StoredWeights,
  layers: ReadonlyMap<string, LayerKind>,
): Imported {
  switch (stored.found) {
    case 'none':
      return read;
    case 'too-many':
      return noted(read, { code: 'weights-too-many', count: stored.count, limit: MAX_STORED });
    case 'absent':
      return noted(read, { code: 'weights-files', files: stored.files.slice(0, NAMED).join(', ') });
    case 'damaged':
      return noted(read, { code: 'weights-damaged' });
    case 'all':
      return startFrom(read, stored.layers, layers);
  }
}

const noted = (read: Imported, ...notes: readonly Note[]): Imported => ({
  ...read,
  notes: [...read.notes, ...notes],
});

/** Keras 3 names weights by the models around their layer, too: what ends in the layer's name, if one does. */
function storedBelow(
  name: string,
  stored: ReadonlyMap<string, readonly StoredTensor[]>,
  weighted: Imported['weighted'],
): readonly StoredTensor[] | undefined {
  const [only, ...others] = [...stored].filter(
    ([path]) => path.endsWith(`/${name}`) && !weighted.has(path),
  );
  return others.length === 0 ? only?.[1] : undefined;
}

function startFrom(
  read: Imported,
  stored: ReadonlyMap<string, readonly StoredTensor[]>,
  layers: ReadonlyMap<string, LayerKind>,
): Imported {
  const nodes = { ...read.document.graph.nodes };
  const left: string[] = [];
  let count = 0;
  for (const [name, { id, shapes }] of read.weighted) {
    const node = nodes[id];
    const starts = layers.get(node?.kind ?? '')?.keras?.starts ?? [];
    const tensors = stored.get(name) ?? storedBelow(name, stored, read.weighted) ?? [];
    const fits =
      shapes.length === tensors.length &&
      shapes.every((shape, i) => sameShape(shape, tensors[i]?.shape ?? [])) &&
      tensors.every(({ values }) => values.every(Number.isFinite));
    if (!node || !fits || starts.length < shapes.length) {
      left.push(name);
      continue;
    }
    const given = tensors.map(({ values }, i) => {
      count += values.length;
      return [starts[i] ?? '', { type: 'values', values: Array.from(values, shortestSingle) }];
    });
    nodes[id] = { ...node, params: { ...node.params, ...Object.fromEntries(given) } };
  }
  const document = {
    ...read.document,
    graph: { ...read.document.graph, nodes },
  };
  const notes: Note[] = [];
  // What starts from its own weights starts by no rule.
  const others = read.notes.filter(({ code }) => code !== 'starts' || left.length > 0);
  if (count > 0) notes.push({ code: 'weights', count });
  if (left.length > 0) {
    notes.push({ code: 'weights-layers', names: left.slice(0, NAMED).join(', ') });
  }
  return noted({ ...read, document, notes: others }, ...notes);
}
