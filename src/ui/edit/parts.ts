import type { TFunction } from 'i18next';
import type { Command } from '../../document/commands.ts';
import {
  type Fragment,
  fragmentOf,
  looksLikeFragment,
  parseFragmentText,
  printFragment,
} from '../../document/fragment.ts';
import type { ParseFailure } from '../../document/parse.ts';
import { hasRoomFor } from '../../document/parts.ts';
import { MAX_NODES, type Position } from '../../document/schema.ts';
import type { Stores } from '../../state/stores.ts';
import type { Selection } from '../../state/view-store.ts';
import { type PartAddition, planPart } from './plan-part.ts';
import { planRemove } from './plan-remove.ts';

/** The selected nodes as text for the clipboard; none where none is selected. */
export function selectionText({ documents, views }: Stores): string | undefined {
  const { nodes } = views.getState().selection;
  return nodes.length === 0
    ? undefined
    : printFragment(fragmentOf(documents.getState().document, nodes));
}

/** Takes the selected nodes away, as one step. */
export function cutSelection(stores: Stores): void {
  const { nodes } = stores.views.getState().selection;
  const commands = planRemoval(stores, { nodes, wires: [] });
  stores.documents
    .getState()
    .dispatch(commands.map((each) => (each.type === 'remove' ? { ...each, how: 'cut' } : each)));
}

/**
 * Takes away what is selected, or what is named, as one step: layers, wires and comments. What a layer stood
 * between is joined, unless `heal` is false.
 */
export function removeParts(
  stores: Stores,
  parts: Selection = stores.views.getState().selection,
  heal = true,
): void {
  stores.documents.getState().dispatch(planRemoval(stores, parts, heal));
}

const planRemoval = (
  { documents, catalogue }: Stores,
  parts: Selection,
  heal = true,
): readonly Command[] => planRemove(documents.getState().document, catalogue, parts, heal);

/** Puts a second one of the selected nodes below them. */
export function duplicateSelection(stores: Stores, t: TFunction): void {
  const { document, usedIds } = stores.documents.getState();
  const fragment = fragmentOf(document, stores.views.getState().selection.nodes);
  add(stores, t, fragment, planPart(document, usedIds, fragment, 'duplicate'));
}

/**
 * Puts what was copied at a point of the canvas, or below what is there. A text that is no network is
 * let be; one that is damaged says so.
 */
export function pasteText(stores: Stores, t: TFunction, text: string, at?: Position): boolean {
  if (!looksLikeFragment(text)) return false;
  const parsed = parseFragmentText(text);
  if (!parsed.ok) {
    stores.views.getState().notify({ tone: 'bad', text: explain(parsed.error, t) });
    return true;
  }
  const { document, usedIds } = stores.documents.getState();
  add(stores, t, parsed.value, planPart(document, usedIds, parsed.value, 'paste', at));
  return true;
}

function add({ documents, views }: Stores, t: TFunction, part: Fragment, plan: PartAddition): void {
  if (plan.ids.length === 0) return;
  if (!hasRoomFor(documents.getState().document.graph, part)) {
    views.getState().notify({ tone: 'bad', text: t('parts.noRoom', { max: MAX_NODES }) });
    return;
  }
  documents.getState().dispatch(plan.commands);
  views.getState().select(plan.ids);
  views.getState().set({ focus: { nodes: plan.ids } });
}

function explain(failure: ParseFailure, t: TFunction): string {
  const reason =
    failure.code === 'invalid' || failure.code === 'newer-version'
      ? t(`parts.${failure.code}`, { ...failure })
      : t('parts.unread');
  return `${t('parts.notPasted')} ${reason}`;
}
