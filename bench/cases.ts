import { compile } from '../src/compiler/compile.ts';
import type { Ir } from '../src/compiler/ir.ts';
import { createRandom } from '../src/core/random.ts';
import { type Shape, sizeOf } from '../src/core/shape.ts';
import { fullDatasets } from '../src/datasets/all.ts';
import { type Dataset, defineDataset } from '../src/datasets/define-dataset.ts';
import type { Graph } from '../src/document/schema.ts';
import { layerCatalogue } from '../src/layers/index.ts';
import { chain, type Sketch } from '../tests/support/graphs.ts';

/** One network that is trained by us and by stock tfjs alike. */
export interface Case {
  readonly name: string;
  readonly graph: Graph;
  readonly input: Shape;
  readonly classes: number;
  readonly batch: number;
}

/** Random inputs of a shape, with labels that go round: what they are makes no step slower. */
const noise = (input: Shape, classes: number, rows: number): Dataset =>
  defineDataset({
    id: noiseId(input, classes, rows),
    modality: input.length === 1 ? 'points' : 'images',
    title: { en: 'noise', ko: '잡음' },
    blurb: { en: 'noise', ko: '잡음' },
    options: [],
    spec: () => ({ input, target: { type: 'classes', count: classes } }),
    rows: () => rows,
    samples: () => {
      const random = createRandom(1);
      return {
        spec: { input, target: { type: 'classes', count: classes } },
        rows,
        x: Float32Array.from({ length: rows * sizeOf(input) }, () => random.uniform()),
        y: Float32Array.from({ length: rows }, (_, i) => i % classes),
      };
    },
  });

const noiseId = (input: Shape, classes: number, rows: number): string =>
  `noise-${input.join('x')}-${classes}-${rows}`;

const sets = new Map(fullDatasets);
/** All that the cases are made of. */
export const catalogue = { layers: layerCatalogue, datasets: sets };

function caseOf(
  name: string,
  input: Shape,
  classes: number,
  batch: number,
  layers: readonly Sketch[],
): Case {
  const dataset = noise(input, classes, batch);
  sets.set(dataset.id, dataset);
  const end: Sketch[] =
    classes === 2
      ? [['dense', { units: 1 }], ['sigmoid'], ['loss', { type: 'binaryCrossentropy' }]]
      : [['dense', { units: classes }], ['softmax'], ['loss', { type: 'categoricalCrossentropy' }]];
  const source: Sketch = [dataset.modality, { dataset: dataset.id }];
  return { name, graph: chain(source, ...layers, ...end), input, classes, batch };
}

const hidden = (units: number, activation: string): Sketch[] => [
  ['dense', { units }],
  [activation],
];
const convolution = (filters: number): Sketch[] => [
  ['conv2d', { filters, useBias: false }],
  ['relu'],
  ['maxPool'],
];

/** A dense network of some width and depth at some batch. */
export const denseCase = (width: number, depth: number, batch: number): Case =>
  caseOf(
    `${depth} × ${width}, batch ${batch}`,
    [width],
    2,
    batch,
    Array.from({ length: depth }, () => hidden(width, 'sigmoid')).flat(),
  );

/** A small convolutional network over images of some side. */
export const imageCase = (side: number): Case =>
  caseOf(`image ${side} × ${side}`, [side, side, 1], 10, 32, [
    ...convolution(16),
    ...convolution(32),
    ['flatten'],
  ]);

/** The lessons' networks. */
export const cases = {
  xor: caseOf('XOR 2-2-1, 4 rows', [2], 2, 4, hidden(2, 'sigmoid')),
  deep: caseOf('2-10-10-10-1, 4 rows', [2], 2, 4, [
    ...hidden(10, 'sigmoid'),
    ...hidden(10, 'sigmoid'),
    ...hidden(10, 'sigmoid'),
  ]),
  wide: caseOf('784-256-256-10, batch 100', [784], 10, 100, [
    ...hidden(256, 'relu'),
    ...hidden(256, 'relu'),
  ]),
  cnn: caseOf('lab-11-1 CNN, batch 100', [28, 28, 1], 10, 100, [
    ...convolution(32),
    ...convolution(64),
    ['flatten'],
  ]),
  smallCnn: caseOf('lab-11-1 CNN, batch 10', [28, 28, 1], 10, 10, [
    ...convolution(32),
    ...convolution(64),
    ['flatten'],
  ]),
};

/** The name of a lesson's network. */
export type CaseName = keyof typeof cases;

/** A case as our engine runs it. */
export function irOf({ graph, name }: Case): Ir {
  const { ir, problems } = compile(graph, catalogue);
  if (!ir) throw new Error(`${name} does not compile: ${JSON.stringify(problems)}`);
  return ir;
}
