import type { TFunction } from 'i18next';
import type { Command } from '../../document/commands.ts';
import {
  type Fragment,
  fragmentOf,
  looksLikeFragment,
  parseFragmentText,
  printFragment,
} from '../../document/fragment.ts';
import { MAX_NOTES } from '../../document/note-schema.ts';
import type { ParseFailure } from '../../document/parse.ts';
import { hasRoomFor, hasRoomForNotes } from '../../document/parts.ts';
import { type Layout, MAX_NODES, MAX_WIRES, type Position } from '../../document/schema.ts';
import type { Stores } from '../../state/stores.ts';
import type { Selection } from '../../state/view-store.ts';
import { onCanvas } from '../comments/comment-id.ts';
import { type Drawn, type PartAddition, planCopyAt, planPart } from './plan-part.ts';
import { planRemove } from './plan-remove.ts';

/** Whether something is selected that can be copied: layers or comments. */
export function isPartSelected({ views }: Pick<Stores, 'views'>): boolean {
  const { nodes, notes = [] } = views.getState().selection;
  return nodes.length + notes.length > 0;
}

const selectedPart = ({ documents, views }: Stores): Fragment => {
  const { nodes, notes } = views.getState().selection;
  return fragmentOf(documents.getState().document, nodes, notes);
};

/** The selected layers and comments as text for the clipboard; none where none is selected. */
export const selectionText = (stores: Stores): string | undefined =>
  isPartSelected(stores) ? printFragment(selectedPart(stores)) : undefined;

/** Takes the selected layers and comments away, as one step. */
export function cutSelection(stores: Stores): void {
  const { nodes, notes = [] } = stores.views.getState().selection;
  const commands = planRemoval(stores, { nodes, wires: [], notes });
  stores.documents
    .getState()
    .dispatch(
      commands.map((each) =>
        each.type === 'remove' || each.type === 'removeNotes' ? { ...each, how: 'cut' } : each,
      ),
    );
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

/** Puts a second one of the selected layers and comments beside or below them, clear of all that is drawn. */
export function duplicateSelection(stores: Stores, t: TFunction, drawn: readonly Drawn[]): void {
  const { document, usedIds } = stores.documents.getState();
  const fragment = selectedPart(stores);
  const plan = planPart(document, usedIds, fragment, 'duplicate', undefined, drawn);
  show(stores, add(stores, t, fragment, plan));
}

/** Puts a copy of layers and comments where they were carried, in pixels of the canvas, and selects it. */
export function addCopyAt(stores: Stores, t: TFunction, layers: Layout, notes: Layout): void {
  const { document, usedIds } = stores.documents.getState();
  const fragment = fragmentOf(document, Object.keys(layers), Object.keys(notes));
  add(stores, t, fragment, planCopyAt(document, usedIds, fragment, layers, notes));
}

/**
 * Puts what was copied at a point of the canvas, or where it comes from, clear of all that is drawn. A text
 * that is no network is let be; one that is damaged says so.
 */
export function pasteText(
  stores: Stores,
  t: TFunction,
  text: string,
  drawn: readonly Drawn[],
  at?: Position,
): boolean {
  if (!looksLikeFragment(text)) return false;
  const parsed = parseFragmentText(text);
  if (!parsed.ok) {
    stores.views.getState().notify({ tone: 'bad', text: explain(parsed.error, t) });
    return true;
  }
  const { document, usedIds } = stores.documents.getState();
  const plan = planPart(document, usedIds, parsed.value, 'paste', at, drawn);
  show(stores, add(stores, t, parsed.value, plan));
  return true;
}

/** Adds a part and selects it; says why where there is no room. Gives what was added. */
function add(
  { documents, views }: Stores,
  t: TFunction,
  part: Fragment,
  plan: PartAddition,
): PartAddition | undefined {
  if (plan.ids.length + plan.notes.length === 0) return undefined;
  const { document, dispatch } = documents.getState();
  const { notify, select } = views.getState();
  if (!hasRoomFor(document.graph, part)) {
    notify({ tone: 'bad', text: t('parts.noRoom', { max: MAX_NODES, wires: MAX_WIRES }) });
    return undefined;
  }
  if (!hasRoomForNotes(document, part)) {
    notify({ tone: 'bad', text: t('parts.noRoomForNotes', { max: MAX_NOTES }) });
    return undefined;
  }
  dispatch(plan.commands);
  select(plan.ids, [], plan.notes);
  return plan;
}

/** Brings what was added into view. */
function show({ views }: Stores, added: PartAddition | undefined): void {
  if (!added) return;
  views.getState().set({ focus: { nodes: [...added.ids, ...added.notes.map(onCanvas)] } });
}

function explain(failure: ParseFailure, t: TFunction): string {
  const reason =
    failure.code === 'invalid' || failure.code === 'newer-version'
      ? t(`parts.${failure.code}`, { ...failure })
      : t('parts.unread');
  return `${t('parts.notPasted')} ${reason}`;
}
