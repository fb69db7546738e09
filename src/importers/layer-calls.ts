import { err, ok, type Result } from '../core/result.ts';
import { MAX_NODES, MAX_WIRES } from '../document/schema.ts';
import type { ImportFailure } from './failure.ts';
import { isObject, type Json, objectAt, objectsAt, own, textAt } from './json.ts';

/** One use of a layer in a model whose inner models have been laid out. */
export interface LayerCall {
  /** The names of the models around it and its own, with slashes; unlike any other's. */
  readonly key: string;
  /** The layer's own name, by which its weights are kept. */
  readonly name: string;
  readonly className: string;
  readonly config: Json;
  /** Keys of the calls that feed it, in order. */
  readonly inputs: readonly string[];
  /** Used before, with the same weights. */
  readonly again: boolean;
}

/** Classes of models: layers with layers in them. */
const models = new Set(['Sequential', 'Functional', 'Model']);

/** The class that an input of a model has, and one that is made where a model only says its shape. */
const INPUT = 'InputLayer';

/** Most layers that are looked at, those of inner models once for each use of them. */
const MAX_LOOKED_AT = 4 * MAX_NODES;

/** Whether an object of a file is a model. */
export const isModel = (layer: Json): boolean => models.has(textAt(layer, 'class_name'));

/** Every use of a layer in a model, inner models laid out, and what the model gives. */
export function layerCalls(
  model: Json,
): Result<
  { readonly calls: readonly LayerCall[]; readonly outputs: readonly string[] },
  ImportFailure
> {
  const calls: LayerCall[] = [];
  const taken = new Set<string>();
  let failure: ImportFailure | undefined;
  let lookedAt = 0;
  let wired = 0;

  function put(path: string, layer: Json, inputs: readonly string[], again = false): string {
    if (failure) return '';
    const name = nameOf(layer);
    let key = path + name;
    for (let i = 2; taken.has(key); i++) key = `${path}${name} (${i})`;
    taken.add(key);
    const config = objectAt(layer, 'config');
    calls.push({ key, name, className: textAt(layer, 'class_name'), config, inputs, again });
    if (calls.length > MAX_NODES) {
      failure ??= { code: 'too-many-layers', count: calls.length, limit: MAX_NODES };
    }
    return key;
  }

  /** Lays out a model that is fed by `feeds`, or by inputs of its own; gives the keys of its outputs. */
  function lay(layer: Json, path: string, feeds: readonly string[], again: boolean): string[] {
    // Models that use each other twice at every depth hold no layer, and would be laid out for days.
    lookedAt += 1 + layersOf(layer).length;
    if (lookedAt > MAX_LOOKED_AT) {
      failure ??= { code: 'too-many-layers', count: lookedAt, limit: MAX_NODES };
    }
    if (failure) return [];
    return textAt(layer, 'class_name') === 'Sequential'
      ? sequence(layer, path, feeds, again)
      : functional(layer, path, feeds, again);
  }

  function sequence(layer: Json, path: string, feeds: readonly string[], again: boolean): string[] {
    const layers = layersOf(layer);
    let before = feeds.slice(0, 1);
    const [first] = layers;
    if (before.length === 0 && first && !isModel(first) && textAt(first, 'class_name') !== INPUT) {
      const shape = inputShape(first) ?? own(objectAt(layer, 'config'), 'build_input_shape');
      if (Array.isArray(shape)) before = [put(path, inputOf(shape), [])];
    }
    for (const each of layers) {
      if (failure) return [];
      if (isModel(each)) before = lay(each, `${path}${nameOf(each)}/`, before, again);
      else if (textAt(each, 'class_name') !== INPUT || before.length === 0) {
        before = [put(path, each, before, again)];
      }
    }
    return before;
  }

  function functional(
    layer: Json,
    path: string,
    feeds: readonly string[],
    again: boolean,
  ): string[] {
    const config = objectAt(layer, 'config');
    const given = new Map<string, number>();
    for (const [i, { layer: name }] of references(own(config, 'input_layers')).entries()) {
      if (!given.has(name)) given.set(name, i);
    }
    const uses = new Map<string, string[][]>();
    const layers = layersOf(layer);
    const names = new Set(layers.map(refName));
    let waiting = layers.map((each) => {
      const nodes = nodesOf(each);
      const refs = nodes.flat();
      wired += refs.length;
      const wants = refs.map((ref) => ref.layer).filter((name) => names.has(name));
      return { each, nodes, wants: [...new Set(wants)] };
    });
    if (wired > MAX_WIRES) failure ??= { code: 'too-many-wires', count: wired, limit: MAX_WIRES };
    const ends = references(own(config, 'output_layers'));
    const lastUse = new Map<string, number>();
    for (const ref of [...waiting.flatMap(({ nodes }) => nodes.flat()), ...ends]) {
      lastUse.set(ref.layer, Math.max(lastUse.get(ref.layer) ?? 0, ref.node));
    }
    const find = ({ layer: name, node, tensor }: Reference): string[] => {
      const all = uses.get(name) ?? [];
      // A model within a model counts the making of itself as its first use: it numbers the others from 1.
      const before = Math.max(0, (lastUse.get(name) ?? 0) + 1 - all.length);
      const use = all[node - before] ?? all.at(-1);
      const found = use?.[tensor] ?? use?.[0];
      return found === undefined ? [] : [found];
    };
    while (waiting.length > 0 && !failure) {
      const later: typeof waiting = [];
      for (const asked of waiting) {
        const { each, nodes, wants } = asked;
        const name = refName(each);
        while (wants.length > 0 && uses.has(wants.at(-1) ?? '')) wants.pop();
        if (wants.length > 0) {
          later.push(asked);
          continue;
        }
        const place = given.get(name);
        const fed = place === undefined ? undefined : feeds[place];
        uses.set(
          name,
          fed === undefined
            ? nodes.map((refs, i) => {
                const inputs = refs.flatMap(find);
                return isModel(each)
                  ? lay(each, `${path}${nameOf(each)}/`, inputs, again || i > 0)
                  : [put(path, each, inputs, again || i > 0)];
              })
            : [[fed]],
        );
      }
      if (later.length === waiting.length) {
        const round = later.map(({ each }) => nameOf(each));
        failure ??= { code: 'circle', layers: round.slice(0, 4).join(', ') };
      }
      waiting = later;
    }
    return ends.flatMap(find);
  }

  const outputs = lay(model, '', [], false);
  if (failure) return err(failure);
  return calls.length === 0 ? err({ code: 'no-layers' }) : ok({ calls, outputs });
}

interface Reference {
  readonly layer: string;
  readonly node: number;
  readonly tensor: number;
}

/** What feeds each use of a layer; a layer that nothing feeds is used once. */
function nodesOf(layer: Json): Reference[][] {
  const nodes = own(layer, 'inbound_nodes');
  if (!Array.isArray(nodes) || nodes.length === 0) return [[]];
  return nodes.map((node) => references(node));
}

/**
 * Everything in a value that names the output of a layer. Keras 2 and TensorFlow.js write
 * `["conv1", 0, 0, {…}]`, Keras 3 writes `{"class_name": "__keras_tensor__", …}`.
 */
function references(value: unknown): Reference[] {
  if (Array.isArray(value)) {
    const [layer, node, tensor, ...rest] = value as unknown[];
    if (typeof layer === 'string' && typeof node === 'number' && typeof tensor === 'number') {
      return [{ layer, node, tensor }, ...rest.flatMap(references)];
    }
    return value.flatMap(references);
  }
  if (!isObject(value)) return [];
  if (own(value, 'class_name') === '__keras_tensor__') {
    return references(own(objectAt(value, 'config'), 'keras_history'));
  }
  return Object.values(value).flatMap(references);
}

/** The layers of a model; the oldest files have a list where newer ones have a config. */
function layersOf(model: Json): readonly Json[] {
  const config = own(model, 'config');
  return Array.isArray(config)
    ? config.filter(isObject)
    : objectsAt(objectAt(model, 'config'), 'layers');
}

/** The name by which other layers of a functional model know one. */
const refName = (layer: Json): string => textAt(layer, 'name') || nameOf(layer);

const nameOf = (layer: Json): string =>
  textAt(objectAt(layer, 'config'), 'name') ||
  textAt(layer, 'name') ||
  textAt(layer, 'class_name').toLowerCase();

/** The shape of what a first layer reads, batch first, where its config says so. */
function inputShape(layer: Json): unknown {
  const config = objectAt(layer, 'config');
  const whole = own(config, 'batch_input_shape') ?? own(config, 'batch_shape');
  if (Array.isArray(whole)) return whole;
  const shape = own(config, 'input_shape');
  if (Array.isArray(shape)) return [null, ...shape];
  const size = own(config, 'input_dim');
  return typeof size === 'number' ? [null, size] : undefined;
}

const inputOf = (shape: readonly unknown[]): Json => ({
  class_name: INPUT,
  config: { name: 'input', batch_shape: shape },
});
