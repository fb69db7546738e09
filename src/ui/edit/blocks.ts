import type { TFunction } from 'i18next';
import { blockOf, blocksAmong, takenBlockIds } from '../../document/block-queries.ts';
import { freeId } from '../../document/queries.ts';
import type { GraphDocument } from '../../document/schema.ts';
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
  tellTaken({ documents, views }, t, { before, id });
}

/**
 * Says which blocks the newest one was made out of, and offers them back: none stands within another. Once anything
 * else is done than to name it, the offer ends, or what was done since would go as well.
 */
function tellTaken(
  { documents, views }: Pick<Stores, 'documents' | 'views'>,
  t: TFunction,
  { before, id }: { readonly before: GraphDocument; readonly id: string },
): void {
  const { document: after } = documents.getState();
  const changed = Object.entries(before.blocks ?? {}).filter(
    ([each, block]) => blockOf(after, each)?.nodes.length !== block.nodes.length,
  );
  if (changed.length === 0) return;
  const namesOf = (isGone: boolean): string =>
    changed
      .filter(([each]) => (blockOf(after, each) === undefined) === isGone)
      .map(([, { name }]) => `“${name}”`)
      .join(', ');
  const [gone, smaller] = [namesOf(true), namesOf(false)];
  const text = [
    gone && t('blocks.dissolved', { names: gone }),
    smaller && t('blocks.takenFrom', { names: smaller }),
  ];
  const takeBack = (): void => {
    const { pastStates, undo } = documents.temporal.getState();
    const at = pastStates.findLastIndex(({ document }) => document === before);
    if (at >= 0) undo(pastStates.length - at);
  };
  const action = { label: t('blocks.ungroupAgain'), run: takeBack };
  views.getState().notify({ tone: 'info', text: text.filter(Boolean).join(' '), action });
  const offer = views.getState().notices.at(-1)?.id;
  const stop = documents.subscribe(({ document, step }, { document: last }) => {
    const isNamed =
      step?.code === 'renameBlock' && blockOf(document, id)?.name !== blockOf(last, id)?.name;
    if (document === last || document === after || isNamed) return;
    stop();
    if (offer !== undefined) views.getState().dismiss(offer);
  });
}

/** The blocks that the selection touches. */
export const selectedBlocks = ({ documents, views }: Stores): string[] =>
  blocksAmong(documents.getState().document, views.getState().selection.nodes);
