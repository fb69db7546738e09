import type { TFunction } from 'i18next';
import { arityOf } from '../../compiler/check.ts';
import type { Compilation } from '../../compiler/compile.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import { nameOf } from '../../compiler/resolve.ts';
import { printShape, printValue } from '../../core/tensor/print-tensor.ts';
import type { CalculatedTensor } from '../../core/tensor/tensor.ts';
import type { Words } from '../../core/words.ts';
import { positionOf } from '../../document/queries.ts';
import type { GraphDocument, GraphNode } from '../../document/schema.ts';
import type { FigureNode } from '../../exporters/figure.ts';
import type { Phrase } from '../../exporters/text-lines.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import { countWeights, weightArithmetic } from '../canvas/nodes/arithmetic.ts';
import { describeSource } from '../canvas/nodes/source-text.ts';
import { FIGURES } from '../canvas/wires/wire-text.ts';
import { formatCount } from '../kit/format.ts';

/** What a figure of the graph is made from. */
export interface FigureParts {
  readonly document: GraphDocument;
  readonly compilation: Compilation;
  readonly catalogue: Catalogue;
  readonly t: TFunction;
  readonly words: (value: Words | string) => string;
  /** A colour of a style sheet as it is on paper. */
  readonly colour: (css: string) => string;
}

/** Rows and columns of a result that are written out. */
const MOST_VALUES = 4;

/** A node with the words that the canvas shows for it. */
export function figureNode(id: string, node: GraphNode, parts: FigureParts): FigureNode {
  const { document, catalogue, words, colour, t } = parts;
  const kind = catalogue.layers.get(node.kind);
  const params = kind?.params.safeParse(node.params).data;
  const face = kind && params ? kind.face(params) : undefined;
  const { x, y } = positionOf(document, id);
  return {
    id,
    x,
    y,
    name: kind ? words(nameOf(node, kind)) : (node.name ?? node.kind),
    kind: kind ? words(kind.title) : node.kind,
    face: face && kind?.role !== 'objective' ? words(face) : '',
    lines:
      kind && params
        ? linesOf(id, kind, params, parts).map((line) => line.filter(({ text }) => text !== ''))
        : [[{ text: t('canvas.unknownKind') }]],
    rail: colour(`var(--family-${kind?.family ?? 'data'})`),
    takesInput: !kind || arityOf(kind).max > 0,
    givesOutput: kind?.role !== 'objective',
  };
}

function linesOf(
  id: string,
  kind: LayerKind,
  params: Readonly<Record<string, unknown>>,
  { compilation, catalogue, words, t }: FigureParts,
): readonly (readonly Phrase[])[] {
  if (kind.role === 'source') {
    const { source } = compilation;
    const dataset = source?.id === id ? catalogue.datasets.get(source.dataset) : undefined;
    if (!source || !dataset) return [];
    const { title, holds } = describeSource(source, dataset, t, words);
    return [[{ text: title, strong: true }], [{ text: holds, mono: true }]];
  }
  if (kind.role === 'objective') {
    const face = kind.face(params);
    return face ? [[{ text: words(face) }]] : [];
  }
  if (kind.role === 'calculation') {
    const tensor = compilation.values.get(id);
    return tensor ? tensorLines(tensor, t) : [[{ text: kind.help.formula }]];
  }
  const weights = compilation.shapes.get(id)?.weights ?? [];
  if (weights.length === 0) return [[{ text: kind.help.formula }]];
  const count = countWeights(weights);
  const total = formatCount(count);
  const arithmetic = weightArithmetic(weights);
  return [
    [
      { text: t('canvas.parametersBefore') },
      { text: arithmetic === total ? total : `${arithmetic} = ${total}`, mono: true },
      { text: t('canvas.parametersAfter', { count }) },
    ],
  ];
}

/** A small result row by row, and what it is. */
function tensorLines(
  { dtype, shape, values }: CalculatedTensor,
  t: TFunction,
): readonly (readonly Phrase[])[] {
  const columns = shape.at(-1) ?? 1;
  const rows = shape.at(-2) ?? 1;
  const small = shape.length <= 2 && columns <= MOST_VALUES && rows <= MOST_VALUES;
  const text = (row: number): string =>
    Array.from({ length: columns }, (_, i) =>
      printValue(dtype, values[row * columns + i] ?? 0, FIGURES),
    ).join('  ');
  const numbers = small
    ? Array.from({ length: rows }, (_, row) => [{ text: text(row), mono: true, strong: true }])
    : [[{ text: printShape(shape), mono: true }]];
  return [...numbers, [{ text: t('tensor.onNode', { rank: shape.length, dtype }) }]];
}
