import { blockOf } from './block-queries.ts';
import type { Command } from './commands.ts';
import type { GraphDocument, GraphNode } from './schema.ts';

/** What a step of the history did. Its words live in `i18n` under `history.<code>`. */
export interface StepName {
  readonly code:
    | 'add'
    | 'insert'
    | 'remove'
    | 'removeMany'
    | 'cut'
    | 'cutMany'
    | 'cutNotes'
    | 'paste'
    | 'pasteMany'
    | 'pasteNotes'
    | 'duplicate'
    | 'duplicateMany'
    | 'duplicateNotes'
    | 'repeat'
    | 'reuse'
    | 'group'
    | 'ungroup'
    | 'renameBlock'
    | 'collapse'
    | 'expand'
    | 'partBlock'
    | 'connect'
    | 'disconnect'
    | 'rewire'
    | 'setParams'
    | 'rename'
    | 'move'
    | 'moveMany'
    | 'replace'
    | 'tidy'
    | 'align'
    | 'distribute'
    | 'addNote'
    | 'editNote'
    | 'moveNotes'
    | 'resizeNote'
    | 'removeNotes'
    | 'setTraining'
    | 'retitle'
    | 'freeze'
    | 'thaw'
    | 'open'
    | 'goBack'
    | 'several';
  /** The node that it was about, as it was or has become. */
  readonly node?: GraphNode;
  /** The node whose place it took. */
  readonly old?: GraphNode;
  /** The name of what it was about, where that is no node. */
  readonly name?: string;
  readonly count: number;
}

/** Names what commands did, by the one that matters most: what comes with it goes without saying. */
export function nameStep(
  commands: readonly Command[],
  before: GraphDocument,
  after: GraphDocument,
): StepName {
  const nodeOf = (id: string): { node?: GraphNode } => {
    const node = own(after.graph.nodes, id) ?? own(before.graph.nodes, id);
    return node ? { node } : {};
  };
  const blockName = (id = ''): { name?: string } => {
    const block = blockOf(after, id) ?? blockOf(before, id);
    return block ? { name: block.name } : {};
  };
  const weight = ({ type }: Command): number => order.indexOf(type);
  const main = commands.reduce<Command | undefined>(
    (best, command) => (best && weight(best) <= weight(command) ? best : command),
    undefined,
  );
  if (!main) return { code: 'several', count: commands.length };
  const like = commands.filter(({ type }) => type === main.type).length;
  switch (main.type) {
    case 'addNode':
      if (like > 1) return { code: 'several', count: like };
      return { code: 'add', ...nodeOf(main.id), count: 1 };
    case 'insertOnWire':
    case 'threadOnWire':
      return { code: 'insert', ...nodeOf(main.id), count: like };
    case 'remove': {
      const [only = ''] = main.nodes;
      const code = main.how ?? 'remove';
      if (main.nodes.length !== 1) return { code: `${code}Many`, count: main.nodes.length };
      return { code, ...nodeOf(only), count: 1 };
    }
    case 'addPart': {
      const [block] = Object.values(main.part.blocks ?? {});
      if (main.how === 'repeat' || main.how === 'reuse') {
        const count = Object.keys(main.part.blocks ?? {}).length + 1;
        return {
          code: main.how,
          ...blockName(main.twin?.id),
          ...(main.how === 'reuse' && block && { name: block.name }),
          count,
        };
      }
      const [only, ...others] = Object.keys(main.part.graph.nodes);
      if (only === undefined) {
        return { code: `${main.how}Notes`, count: Object.keys(main.part.notes ?? {}).length };
      }
      if (others.length > 0) return { code: `${main.how}Many`, count: others.length + 1 };
      return { code: main.how, ...nodeOf(only), count: 1 };
    }
    case 'group':
      return { code: 'group', name: main.name, count: 1 };
    case 'ungroup':
      return { code: 'ungroup', ...blockName(main.ids[0]), count: main.ids.length };
    case 'foldBlocks': {
      const code = main.collapsed ? 'collapse' : 'expand';
      return { code, ...blockName(main.ids[0]), count: main.ids.length };
    }
    case 'renameBlock':
    case 'partBlock':
      return { code: main.type, ...blockName(main.id), count: 1 };
    case 'connect':
    case 'rewire':
      return { code: main.type, ...nodeOf(main.to), count: like };
    case 'disconnect':
      return { code: 'disconnect', count: main.wires.length };
    case 'setParams':
    case 'rename':
      if (like > 1) return { code: 'several', count: like };
      return { code: main.type, ...nodeOf(main.id), count: 1 };
    case 'replace': {
      if (like > 1) return { code: 'several', count: like };
      const old = own(before.graph.nodes, main.id);
      return { code: main.type, ...nodeOf(main.id), ...(old && { old }), count: 1 };
    }
    case 'move': {
      const [only = '', ...others] = Object.keys(main.positions);
      if (others.length > 0) return { code: 'moveMany', count: others.length + 1 };
      return { code: 'move', ...nodeOf(only), count: 1 };
    }
    case 'arrange':
      return { code: main.how, count: Object.keys(main.positions).length };
    case 'moveNotes':
      return { code: main.type, count: Object.keys(main.positions).length };
    case 'removeNotes':
      return { code: main.how ? 'cutNotes' : main.type, count: main.ids.length };
    case 'freeze':
      return { code: main.frozen ? 'freeze' : 'thaw', ...nodeOf(main.node), count: like };
    case 'addNote':
    case 'editNote':
    case 'resizeNote':
    case 'setTraining':
    case 'retitle':
      return { code: main.type, count: 1 };
  }
}

/** From what matters most to what comes along. */
const order: readonly Command['type'][] = [
  'insertOnWire',
  'threadOnWire',
  'addNode',
  'addPart',
  'replace',
  'remove',
  'setParams',
  'rewire',
  'connect',
  'disconnect',
  'rename',
  'group',
  'ungroup',
  'renameBlock',
  'foldBlocks',
  'partBlock',
  'setTraining',
  'freeze',
  'retitle',
  'arrange',
  'addNote',
  'editNote',
  'removeNotes',
  'resizeNote',
  'move',
  'moveNotes',
];

const own = (nodes: Readonly<Record<string, GraphNode>>, id: string): GraphNode | undefined =>
  Object.hasOwn(nodes, id) ? nodes[id] : undefined;
