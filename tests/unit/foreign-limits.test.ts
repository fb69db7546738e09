import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { MAX_NODES, MAX_TITLE, MAX_WIRES } from '../../src/document/schema.ts';
import type { Json } from '../../src/importers/json.ts';
import { readModel, readModelValue } from '../../src/importers/read-model.ts';
import { readStoredWeights } from '../../src/importers/stored-weights.ts';
import { catalogue } from '../support/catalogue.ts';

const read = (model: unknown) => readModelValue(model, catalogue.layers);
const refusal = (model: unknown): string => {
  const result = read(model);
  return result.ok ? 'read' : result.error.code;
};

const input = { class_name: 'InputLayer', config: { name: 'x', batch_input_shape: [null, 4] } };
const called = (layer: object, name: string, nodes: unknown): object => ({
  ...layer,
  name,
  inbound_nodes: nodes,
});
const functional = (layers: readonly object[], output: string, name = 'm'): Json => ({
  class_name: 'Functional',
  config: {
    name,
    layers: [called(input, 'x', []), ...layers],
    input_layers: [['x', 0, 0]],
    output_layers: [[output, 0, 0]],
  },
});
const add = (name: string): object => ({ class_name: 'Add', config: { name } });

describe('a small file that asks for much', () => {
  it('is left alone as soon as one layer is used more often than a network can hold', () => {
    let reads = 0;
    const layer = {
      class_name: 'Dense',
      get config() {
        reads += 1;
        return { name: 'd', units: 1 };
      },
      inbound_nodes: Array.from({ length: 20_000 }, () => []),
    };
    expect(refusal({ class_name: 'Functional', config: { layers: [layer] } })).toBe(
      'too-many-layers',
    );
    expect(reads).toBeLessThan(4 * MAX_NODES);
  });

  it('is refused when it has more wires than a network can hold', () => {
    const many = Array.from({ length: MAX_WIRES + 1 }, () => ['x', 0, 0, {}]);
    const wired = functional([called(add('sum'), 'sum', [many])], 'sum');
    expect(read(wired)).toMatchObject({
      ok: false,
      error: { code: 'too-many-wires', limit: MAX_WIRES },
    });
    const fits = functional([called(add('sum'), 'sum', [many.slice(1)])], 'sum');
    expect(refusal(fits)).toBe('read');
  });

  it('is refused when an inner model repeats what names a great many inputs', () => {
    let reads = 0;
    const refs = Array.from({ length: 6000 }, () => ['gone', 0, 0]);
    const sum = {
      ...add('sum'),
      get inbound_nodes() {
        reads += 1;
        return [refs];
      },
    };
    const inner = functional([sum], 'sum', 'inner');
    const uses = Array.from({ length: 900 }, () => [['x', 0, 0, {}]]);
    expect(refusal(functional([called(inner, 'inner', uses)], 'inner'))).toBe('too-many-wires');
    expect(reads).toBeLessThan(10);
  });

  it('does not run out of stack on a long row of names', () => {
    const row = Array.from({ length: 40_000 }, () => ['x', 0, 0]).flat();
    expect(() => read(functional([called(add('sum'), 'sum', [row])], 'sum'))).not.toThrow();
  });

  it('is read in whatever order its layers stand', () => {
    const count = 1500;
    const chain = Array.from({ length: count }, (_, i) => {
      const name = `d${i}`;
      const layer = { class_name: 'ReLU', config: { name } };
      return called(layer, name, [[[i === 0 ? 'x' : `d${i - 1}`, 0, 0, {}]]]);
    });
    // In the order of the file, each waits for the one after it.
    const result = read(functional(chain.toReversed(), `d${count - 1}`));
    expect(result.ok && result.value.layers).toBe(count + 1);
  });
});

describe('names that every object has', () => {
  const names = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];

  it('are no number format', async () => {
    const beside = [{ path: 'w.bin', bytes: async () => new Uint8Array(8) }];
    for (const dtype of names) {
      const weights = [{ name: 'a/kernel', shape: [2], dtype }];
      const model = { weightsManifest: [{ paths: ['w.bin'], weights }] };
      expect(await readStoredWeights(model, beside), dtype).toEqual({ found: 'damaged' });
    }
  });

  it('are neither an optimiser nor a loss', async () => {
    const layers = [input, { class_name: 'Dense', config: { name: 'd', units: 1 } }];
    for (const name of names) {
      for (const loss of [name, { class_name: name, config: {} }]) {
        const optimizer = { class_name: name, config: {} };
        const model = {
          class_name: 'Sequential',
          config: { name: 'm', layers },
          compile_config: { optimizer, loss },
        };
        const result = await readModel(model, [], catalogue.layers);
        expect(result.ok && result.value.notes, name).toEqual([
          { code: 'optimizer', name },
          { code: 'loss', name },
        ]);
        if (result.ok) expect(() => compile(result.value.document.graph, catalogue)).not.toThrow();
      }
    }
  });
});

it('a title is cut to what a file may hold', () => {
  const model = functional(
    [called(add('sum'), 'sum', [[['x', 0, 0, {}]]])],
    'sum',
    'm'.repeat(999),
  );
  const result = read(model);
  expect(result.ok && String(result.value.document.meta.title)).toHaveLength(MAX_TITLE);
});
