import { useCompilation, useDocument } from '../../../state/stores.ts';
import { summariseBlock } from './block-summary.ts';

/** What is known of a block; nothing of one that is gone. */
export function useBlockSummary(id: string): ReturnType<typeof summariseBlock> {
  const document = useDocument((state) => state.document);
  const compilation = useCompilation((known) => known);
  return summariseBlock(document, compilation, id);
}
