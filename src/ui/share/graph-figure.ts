import { flowOf } from '../../document/arranging.ts';
import type { Note } from '../../document/note-schema.ts';
import { notesOf } from '../../document/notes.ts';
import type {
  Figure,
  FigureFrame,
  FigureNode,
  FigureNote,
  FigureWire,
} from '../../exporters/figure.ts';
import { summariseBlock } from '../canvas/nodes/block-summary.ts';
import { cardId, cornerOf, foldedNodes } from '../canvas/nodes/folded.ts';
import { wireText } from '../canvas/wires/wire-text.ts';
import { tintOf } from '../comments/colours.ts';
import { markedWords } from '../comments/comment-marks.ts';
import { formatCount } from '../kit/format.ts';
import { type FigureParts, figureNode } from './figure-node.ts';

/** All that stands on the canvas, with the words that it shows. */
export function figureOf(parts: FigureParts): Figure {
  const { document, t } = parts;
  const folded = foldedNodes(document);
  const nodes = Object.entries(document.graph.nodes).flatMap(([id, node]) =>
    folded.has(id) ? [] : [figureNode(id, node, parts)],
  );
  const blocks = Object.entries(document.blocks ?? {});
  return {
    flow: flowOf(document),
    nodes: [
      ...nodes,
      ...blocks.flatMap(([id, { collapsed }]) => (collapsed ? blockCard(id, parts) : [])),
    ],
    wires: wiresOf(parts, folded),
    frames: blocks.flatMap(([, { name, nodes, collapsed }]): FigureFrame[] =>
      collapsed ? [] : [{ title: name, nodes }],
    ),
    notes: Object.values(notesOf(document)).map(
      (note): FigureNote => ({
        x: note.x,
        y: note.y,
        width: note.width,
        height: note.height,
        label: t('comment.label', { text: note.text }),
        lines: linesOf(note),
        fill: parts.colour(tintOf(note.colour)),
      }),
    ),
  };
}

/** Lines as they were typed; a formula is shown as it is written. */
const linesOf = ({ text }: Note): FigureNote['lines'] =>
  text
    .split('\n')
    .map((line) =>
      markedWords(line).map((word) =>
        word.look === 'plain'
          ? { text: word.text }
          : { text: word.text, [word.look === 'bold' ? 'bold' : 'mono']: true },
      ),
    );

function blockCard(id: string, parts: FigureParts): FigureNode[] {
  const { document, compilation, colour, t } = parts;
  const block = summariseBlock(document, compilation, id);
  const members = document.blocks?.[id]?.nodes ?? [];
  if (!block) return [];
  const { name, layers, weights, output, inputs, outputs } = block;
  return [
    {
      ...cornerOf(document, members),
      id: cardId(id),
      name,
      kind: name,
      face: '',
      lines: [
        [
          { text: t('blocks.layers', { count: layers }) },
          ...(output === undefined ? [] : [{ text: ` → ${output}`, mono: true }]),
        ],
        [
          { text: t('canvas.parametersBefore') },
          { text: formatCount(weights), mono: true },
          { text: t('canvas.parametersAfter', { count: weights }) },
        ].filter(({ text }) => text !== ''),
      ],
      rail: colour('var(--accent)'),
      takesInput: inputs.length > 0,
      givesOutput: outputs.length > 0,
      isBlock: true,
    },
  ];
}

/** Wires between what is on show: what runs within a collapsed block is not, what looks alike is one. */
function wiresOf(
  { document, compilation }: FigureParts,
  folded: ReadonlyMap<string, string>,
): FigureWire[] {
  const seen = new Set<string>();
  return document.graph.wires.flatMap(({ id, from, to }): FigureWire[] => {
    const wire = {
      id,
      from: folded.get(from) ?? from,
      to: folded.get(to) ?? to,
      label: wireText(from, compilation) ?? '',
    };
    const look = JSON.stringify([wire.from, wire.to, wire.label]);
    if ((wire.from === wire.to && folded.has(from)) || seen.has(look)) return [];
    seen.add(look);
    return [wire];
  });
}
