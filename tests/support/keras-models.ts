import { readJson } from '../../src/document/parse.ts';
import { readModelValue } from '../../src/importers/read-model.ts';
import type { Imported } from '../../src/importers/report.ts';
import { catalogue } from './catalogue.ts';

/** What comes of a text, which must be read. */
export function imported(model: unknown): Imported {
  const value = typeof model === 'string' ? readJson(model) : { ok: true as const, value: model };
  if (!value.ok) throw new Error(value.error.code);
  const read = readModelValue(value.value, catalogue.layers);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** The kinds of what was read, in order. */
export const kindsOf = ({ document }: Imported): string[] =>
  Object.values(document.graph.nodes).map(({ kind }) => kind);

/** A convolution as Keras 2 writes it. */
export const conv = (name: string, more: object = {}) => ({
  class_name: 'Conv2D',
  config: { name, filters: 8, kernel_size: [3, 3], padding: 'same', activation: 'linear', ...more },
});

/** A functional model in the form of Keras 2: a list of calls, each a list of what feeds it. */
export const functional = (
  layers: readonly [object, ...string[]][],
  outputs: readonly string[],
) => ({
  class_name: 'Functional',
  config: {
    name: 'made',
    layers: layers.map(([layer, ...from]) => ({
      ...layer,
      name: nameIn(layer),
      inbound_nodes: from.length > 0 ? [from.map((each) => [each, 0, 0, {}])] : [],
    })),
    input_layers: layers.filter(([, ...from]) => from.length === 0).map(([l]) => [nameIn(l), 0, 0]),
    output_layers: outputs.map((name) => [name, 0, 0]),
  },
  keras_version: '2.9.0',
});

/** The name of a layer. */
const nameIn = (layer: object): string => (layer as { config: { name: string } }).config.name;

/** An input as Keras 2 writes it. */
export const input = (shape: readonly (number | null)[], name = 'input_1') => ({
  class_name: 'InputLayer',
  config: { name, batch_input_shape: [null, ...shape] },
});

/** A Dense as Keras 2 writes it. */
export const dense = (name: string, units: number, more: object = {}) => ({
  class_name: 'Dense',
  config: { name, units, activation: 'linear', ...more },
});

/** A sequential model of layers. */
export const sequential = (...layers: object[]) => ({
  class_name: 'Sequential',
  config: { name: 'made', layers },
});
