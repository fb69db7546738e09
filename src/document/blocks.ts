import { type Block, type Blocks, MAX_BLOCK_NAME, MAX_BLOCKS } from './block-schema.ts';
import type { GraphDocument } from './schema.ts';

/** Commands about blocks. None of them changes what is computed. */
export type BlockCommand =
  | {
      readonly type: 'group';
      readonly id: string;
      readonly name: string;
      readonly nodes: readonly string[];
    }
  | { readonly type: 'ungroup'; readonly ids: readonly string[] }
  | { readonly type: 'renameBlock'; readonly id: string; readonly name: string }
  | { readonly type: 'foldBlocks'; readonly ids: readonly string[]; readonly collapsed: boolean }
  /** Its parameters go with those of its twins no more. */
  | { readonly type: 'partBlock'; readonly id: string };

/** The document after a command about blocks. */
export function applyBlockCommand(document: GraphDocument, command: BlockCommand): GraphDocument {
  const blocks = document.blocks ?? {};
  switch (command.type) {
    case 'group': {
      const nodes = [...new Set(command.nodes)].filter((id) =>
        Object.hasOwn(document.graph.nodes, id),
      );
      const isFull = Object.keys(blocks).length >= MAX_BLOCKS;
      if (nodes.length === 0 || isFull || Object.hasOwn(blocks, command.id)) return document;
      const others = withoutMembers(blocks, (id) => nodes.includes(id));
      const block: Block = { name: nameOfBlock(command.name), nodes, collapsed: false };
      return withBlocks(document, { ...others, [command.id]: block });
    }
    case 'ungroup': {
      const kept = Object.entries(blocks).filter(([id]) => !command.ids.includes(id));
      if (kept.length === Object.keys(blocks).length) return document;
      return withBlocks(document, Object.fromEntries(kept));
    }
    case 'renameBlock': {
      const name = nameOfBlock(command.name);
      return edit(document, [command.id], (block) =>
        block.name === name ? block : { ...block, name },
      );
    }
    case 'foldBlocks': {
      const { collapsed } = command;
      return edit(document, command.ids, (block) =>
        block.collapsed === collapsed ? block : { ...block, collapsed },
      );
    }
    case 'partBlock':
      return edit(document, [command.id], alone);
  }
}

/** Blocks without the members that are taken from them; what is left empty goes. */
export function withoutMembers(blocks: Blocks, isGone: (id: string) => boolean): Blocks {
  return Object.fromEntries(
    Object.entries(blocks).flatMap(([id, block]) => {
      const nodes = block.nodes.filter((node) => !isGone(node));
      if (nodes.length === block.nodes.length) return [[id, block]];
      return nodes.length === 0 ? [] : [[id, { ...alone(block), nodes }]];
    }),
  );
}

/** The block, no twin of any other. */
export function alone(block: Block): Block {
  if (block.twins === undefined) return block;
  const { twins: _, ...rest } = block;
  return rest;
}

/** The document with these blocks; one that is the only twin left is none. */
export function withBlocks(document: GraphDocument, blocks: Blocks): GraphDocument {
  const many = new Map<string, number>();
  for (const { twins } of Object.values(blocks)) {
    if (twins !== undefined) many.set(twins, (many.get(twins) ?? 0) + 1);
  }
  const settled = Object.fromEntries(
    Object.entries(blocks).map(([id, block]) => [
      id,
      (many.get(block.twins ?? '') ?? 0) > 1 ? block : alone(block),
    ]),
  );
  if (Object.keys(settled).length > 0) return { ...document, blocks: settled };
  const { blocks: _, ...rest } = document;
  return rest;
}

const nameOfBlock = (name: string): string => name.slice(0, MAX_BLOCK_NAME);

function edit(
  document: GraphDocument,
  ids: readonly string[],
  change: (block: Block) => Block,
): GraphDocument {
  const blocks = document.blocks ?? {};
  const changed = ids.flatMap((id) => {
    const block = Object.hasOwn(blocks, id) ? blocks[id] : undefined;
    const next = block && change(block);
    return next && next !== block ? [[id, next] as const] : [];
  });
  if (changed.length === 0) return document;
  return withBlocks(document, { ...blocks, ...Object.fromEntries(changed) });
}
