import { describe, expect, it } from 'vitest';
import { kerasKinds } from '../../src/importers/keras-kinds.ts';
import { readLayer } from '../../src/importers/read-layer.ts';
import type { ComputeKind } from '../../src/layers/define-layer.ts';
import { layerCatalogue, layerKinds } from '../../src/layers/index.ts';
import { tf } from '../support/tf.ts';

const kinds = kerasKinds(layerCatalogue);
const computing = layerKinds.filter((kind): kind is ComputeKind => kind.role === 'compute');

/** Kinds whose layer in TensorFlow.js is another one that is made to do their work. */
const inDisguise = ['spatialDropout'];

/** A config as TensorFlow.js writes it into a file: keys and texts with underscores, names as they are. */
function pythonic(value: unknown, key = ''): unknown {
  const snake = (text: string): string =>
    text
      .replace(/(.)([A-Z][a-z0-9]+)/g, '$1_$2')
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .toLowerCase();
  if (typeof value === 'string')
    return key === 'name' || key === 'className' ? value : snake(value);
  if (Array.isArray(value)) return value.map((each) => pythonic(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [snake(name), pythonic(each, name)]),
  );
}

/** What says how weights start is left out: here every layer starts at zero. */
const withoutStarts = (kind: ComputeKind, params: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(params).filter(([name]) => !(kind.keras?.starts ?? []).includes(name)),
  );

const examples = computing.flatMap((kind) =>
  kind.examples.map((example, i) => ({ name: `${kind.kind} example ${i + 1}`, kind, example })),
);

describe('every kind is read back from the layer that TensorFlow.js makes of it', () => {
  it.each(examples.filter(({ kind }) => !inDisguise.includes(kind.kind)))(
    '$name',
    ({ kind, example }) => {
      const params = kind.params.parse(example.params);
      const layer = kind.build({ tf, name: 'it', nextSeed: () => 1 }, params);
      const config = pythonic(layer.getConfig()) as Record<string, unknown>;
      // TensorFlow.js forgets to write this one.
      if (kind.kind === 'separableConv2d') config['depth_multiplier'] = params['multiplier'];
      const call = {
        key: 'it',
        name: 'it',
        className: layer.getClassName(),
        config,
        inputs: [],
        again: false,
      };
      const read = readLayer(call, example.inputs, kinds);
      expect(read.missing).toEqual([]);
      expect(read.nodes.map((node) => node.kind)).toEqual([kind.kind]);
      const back = kind.params.parse(read.nodes[0]?.params);
      expect(withoutStarts(kind, back)).toEqual(withoutStarts(kind, params));
    },
  );

  it.each(computing)('$kind: has a name there', (kind) => {
    const { names = [], activations = {} } = kind.keras ?? {};
    expect(names.length + Object.keys(activations).length).toBeGreaterThan(0);
  });

  it('no name means two kinds', () => {
    const names = computing.flatMap((kind) => kind.keras?.names ?? []);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(computing)('$kind: says how each of its weights starts', (kind) => {
    const [example] = kind.examples;
    if (!example) throw new Error('has no example');
    const params = kind.params.parse(example.params);
    const specs = kind.weights(params, example.inputs);
    const starts = kind.keras?.starts ?? [];
    expect(starts.length).toBe(specs.length);
    specs.forEach((_, i) => {
      const start = { type: 'values', values: [1, 2] };
      const changed = kind.params.parse({ ...example.params, [starts[i] ?? '']: start });
      expect(kind.weights(changed, example.inputs)[i]?.initialiser).toEqual(start);
    });
  });
});
