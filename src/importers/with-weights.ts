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

/** Longest name of a stored layer, with those of the models around it, in which others are looked for. */
const MAX_PATH = 1000;

/**
 * The stored tensors of each layer by its key. Keras 3 names weights by the models around their layer, the
 * whole model among them; others by the layer alone, which says whose they are if no other has its name.
 */
function sortOut(
  weighted: Imported['weighted'],
  stored: ReadonlyMap<string, readonly StoredTensor[]>,
): ReadonlyMap<string, readonly StoredTensor[]> {
  const bearers = new Map<string, number>();
  for (const { name } of weighted.values()) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  const paths = new Map<string, string[]>();
  for (const path of stored.keys()) {
    let end = path.slice(-MAX_PATH);
    while (!weighted.has(end) && !bearers.has(end) && end.includes('/')) {
      end = end.slice(end.indexOf('/') + 1);
    }
    const same = paths.get(end);
    if (same) same.push(path);
    else paths.set(end, [path]);
  }
  const found = new Map<string, readonly StoredTensor[]>();
  for (const [key, { name }] of weighted) {
    const byName = bearers.get(name) === 1 ? paths.get(name) : undefined;
    const [path = '', ...others] = stored.has(key) ? [key] : (paths.get(key) ?? byName ?? []);
    const tensors = others.length === 0 ? stored.get(path) : undefined;
    if (tensors) found.set(key, tensors);
  }
  return found;
}

function startFrom(
  read: Imported,
  stored: ReadonlyMap<string, readonly StoredTensor[]>,
  layers: ReadonlyMap<string, LayerKind>,
): Imported {
  const nodes = { ...read.document.graph.nodes };
  const left: string[] = [];
  let count = 0;
  const own = sortOut(read.weighted, stored);
  for (const [key, { id, shapes }] of read.weighted) {
    const node = nodes[id];
    const starts = layers.get(node?.kind ?? '')?.keras?.starts ?? [];
    const tensors = own.get(key) ?? [];
    const fits =
      shapes.length === tensors.length &&
      shapes.every((shape, i) => sameShape(shape, tensors[i]?.shape ?? [])) &&
      tensors.every(({ values }) => values.every(Number.isFinite));
    if (!node || !fits || starts.length < shapes.length) {
      left.push(key);
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
