import type { TFunction } from 'i18next';
import { blocksAmong, takenBlockIds } from '../../document/block-queries.ts';
import { freeId } from '../../document/queries.ts';
import type { Stores } from '../../state/stores.ts';
import { nameBlock } from './inspect.ts';

/** Puts the selected nodes together under a name, and the cursor into it, so that another can be typed. */
export function groupSelection({ documents, views }: Stores, t: TFunction): void {
  const { document: before, dispatch } = documents.getState();
  const { selection, select } = views.getState();
  const id = freeId(takenBlockIds(before), 'block');
  const name = t('blocks.unnamed', { number: id.slice('block'.length) });
  dispatch([{ type: 'group', id, name, nodes: selection.nodes }]);
  select(selection.nodes);
  nameBlock({ views }, id);
}

/** The blocks that the selection touches. */
export const selectedBlocks = ({ documents, views }: Stores): string[] =>
  blocksAmong(documents.getState().document, views.getState().selection.nodes);
