import { compile } from '../../compiler/compile.ts';
import type { Problem } from '../../compiler/problem.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import { groupBy } from '../../core/group-by.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { flowOf } from '../../document/arranging.ts';
import { blockOf, gatesOf, takenBlockIds } from '../../document/block-queries.ts';
import { applyCommands, type Command } from '../../document/commands.ts';
import { type Fragment, fragmentOf, renewed, shifted } from '../../document/fragment.ts';
import { hasRoomFor } from '../../document/parts.ts';
import { freeId, positionOf } from '../../document/queries.ts';
import type { GraphDocument, Position, Wire } from '../../document/schema.ts';

/** Distance between a block and its copy, from the edges of nodes, in pixels. */
const GAP = { right: { x: 0, y: 210 }, down: { x: 280, y: 0 } } as const;

const none: ReadonlySet<string> = new Set();

/** Why a block cannot be repeated. Words live in `i18n` under `blocks.notRepeated`. */
export type RepeatRefusal =
  | { readonly code: 'in' | 'out'; readonly count: number }
  | { readonly code: 'room' }
  | { readonly code: 'fit'; readonly problem: Problem };

/**
 * The commands that put copies of a block behind it, so that there are `times` of them in series. The
 * copies are its twins. `nameOf` names the copy of a number.
 */
export function planRepeat(
  document: GraphDocument,
  taken: ReadonlySet<string>,
  catalogue: Catalogue,
  id: string,
  times: number,
  nameOf: (number: number) => string,
): Result<readonly Command[], RepeatRefusal> {
  const block = blockOf(document, id);
  if (!block || times < 2) return ok([]);
  const { graph } = document;
  const { sources, inputs, outputs } = gatesOf(graph, block.nodes);
  const ways = sources.length > 0 ? sources.length : inputs.length;
  if (ways !== 1) return err({ code: 'in', count: ways });
  const [output, ...others] = outputs;
  if (output === undefined || others.length > 0) return err({ code: 'out', count: outputs.length });

  const members = new Set(block.nodes);
  const bare = fragmentOf({ ...document, blocks: undefined }, block.nodes);
  const step = stepOf(document, block.nodes);
  const used = new Set(taken);
  const usedBlocks = takenBlockIds(document);
  const twins = block.twins ?? freeId(usedBlocks, 'twins');
  const parts: Fragment[] = [];
  let last = output;
  for (let i = 1; i < times; i++) {
    const copy = renewed(bare, { nodes: used, blocks: usedBlocks, notes: none });
    const [old, fresh] = [Object.keys(bare.graph.nodes), Object.keys(copy.graph.nodes)];
    const names = new Map(old.map((node, at) => [node, fresh[at] ?? node]));
    const name = (node: string): string => names.get(node) ?? node;
    const before = last;
    const wires = graph.wires.flatMap(({ id: wire, from, to }): Wire[] => {
      if (!members.has(to)) return [];
      return [{ id: wire, from: members.has(from) ? name(from) : before, to: name(to) }];
    });
    if (sources.length === 0) {
      for (const node of inputs) wires.push({ id: 'wire', from: before, to: name(node) });
    }
    const blockId = freeId(usedBlocks, 'block');
    parts.push({
      ...shifted(copy, { x: step.x * i, y: step.y * i }),
      graph: { nodes: copy.graph.nodes, wires },
      blocks: {
        [blockId]: {
          name: nameOf(i + 1),
          nodes: block.nodes.map(name),
          collapsed: block.collapsed,
          twins,
        },
      },
    });
    for (const node of fresh) used.add(node);
    usedBlocks.add(blockId);
    last = name(output);
  }
  const part = joined(bare, parts);
  if (!hasRoomFor(graph, part)) return err({ code: 'room' });
  const commands: Command[] = [
    ...makeRoom(document, block.nodes, { x: step.x * (times - 1), y: step.y * (times - 1) }),
    { type: 'addPart', how: 'repeat', part, twin: { id, twins } },
    ...graph.wires.flatMap(({ id: wire, from, to }): Command[] =>
      from === output && !members.has(to) ? [{ type: 'rewire', wire, from: last, to }] : [],
    ),
  ];
  const problem = newProblem(document, applyCommands(document, commands), catalogue);
  return problem ? err({ code: 'fit', problem }) : ok(commands);
}

/** Several parts as one. */
const joined = (like: Fragment, parts: readonly Fragment[]): Fragment => ({
  ...like,
  graph: {
    nodes: Object.assign({}, ...parts.map(({ graph }) => graph.nodes)),
    wires: parts.flatMap(({ graph }) => graph.wires),
  },
  layout: Object.assign({}, ...parts.map(({ layout }) => layout)),
  blocks: Object.assign({}, ...parts.map(({ blocks }) => blocks)),
});

/** How far a copy of nodes stands from them, across the direction in which the drawing is read. */
function stepOf(document: GraphDocument, nodes: readonly string[]): Position {
  const places = nodes.map((id) => positionOf(document, id));
  const spread = (axis: 'x' | 'y'): number =>
    Math.max(...places.map((at) => at[axis])) - Math.min(...places.map((at) => at[axis]));
  const flow = flowOf(document);
  return flow === 'right'
    ? { x: 0, y: spread('y') + GAP.right.y }
    : { x: spread('x') + GAP.down.x, y: 0 };
}

/** Moves what stands where the copies will. */
function makeRoom(document: GraphDocument, nodes: readonly string[], by: Position): Command[] {
  const members = new Set(nodes);
  const axis = flowOf(document) === 'right' ? 'y' : 'x';
  const end = Math.max(...nodes.map((id) => positionOf(document, id)[axis]));
  const below = Object.keys(document.graph.nodes).filter(
    (id) => !members.has(id) && positionOf(document, id)[axis] > end + 40,
  );
  const positions = Object.fromEntries(
    below.map((id) => {
      const { x, y } = positionOf(document, id);
      return [id, { x: x + by.x, y: y + by.y }];
    }),
  );
  return below.length > 0 ? [{ type: 'move', positions }] : [];
}

/** The first mistake of a sort of which there are more than before; one at the end may move to a copy. */
function newProblem(
  before: GraphDocument,
  after: GraphDocument,
  catalogue: Catalogue,
): Problem | undefined {
  const errors = ({ graph, training }: GraphDocument): Problem[] =>
    compile(graph, catalogue, training.batchSize, training.balance).problems.filter(
      ({ severity }) => severity === 'error',
    );
  const known = groupBy(errors(before), ({ code }) => code);
  const now = groupBy(errors(after), ({ code }) => code);
  return [...now].find(([code, list]) => list.length > (known.get(code)?.length ?? 0))?.[1].at(-1);
}
