import * as z from 'zod';
import { idSchema } from './id-schema.ts';

/** Most blocks a document may hold. */
export const MAX_BLOCKS = 500;
/** Longest name of a block. */
export const MAX_BLOCK_NAME = 80;
/** Most nodes a block may hold: all that a document may. */
const MAX_MEMBERS = 2000;

const blockSchema = z.looseObject({
  name: z.string().max(MAX_BLOCK_NAME),
  nodes: z.array(idSchema).min(1).max(MAX_MEMBERS),
  /** Whether one card stands for all of them on the canvas. */
  collapsed: z.boolean().default(false),
  /** Blocks with the same word here are twins: node by node they have the same parameters. */
  twins: idSchema.optional(),
});

/** The blocks of a network, as saved. */
export const blocksSchema = z.record(idSchema, blockSchema);

/** Nodes that a person put together under a name. What is computed knows nothing of it. */
export type Block = z.infer<typeof blockSchema>;
/** The blocks of a network by their ids; no node is in two of them. */
export type Blocks = z.infer<typeof blocksSchema>;

/** What is wrong with blocks of these nodes: where, and in a few words. */
export function faultOfBlocks(
  blocks: Blocks,
  known: Readonly<Record<string, unknown>>,
): { readonly path: string; readonly detail: string } | undefined {
  const entries = Object.entries(blocks);
  if (entries.length > MAX_BLOCKS) return { path: '', detail: `more than ${MAX_BLOCKS}` };
  const seen = new Set<string>();
  const sizes = new Map<string, number>();
  for (const [path, { nodes, twins }] of entries) {
    for (const node of nodes) {
      if (!Object.hasOwn(known, node)) return { path, detail: `no node "${node}"` };
      if (seen.has(node)) return { path, detail: `"${node}" twice` };
      seen.add(node);
    }
    if (twins === undefined) continue;
    if ((sizes.get(twins) ?? nodes.length) !== nodes.length) return { path, detail: 'no twin' };
    sizes.set(twins, nodes.length);
  }
  return undefined;
}
