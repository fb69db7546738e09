import type { GraphDocument } from '../../document/schema.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { nodeAt } from '../canvas/node-at.ts';
import type { Action, ActionContext } from './action.ts';
import { stopsOf } from './go-to.ts';
import { historyActions } from './history.ts';
import { stepText } from './step-text.ts';

/**
 * Carries out what was asked for by key, menu, button or list and, when it has ended, says what became of the
 * network, for those who do not see it; a way through the history is told by its own name. Where what had the
 * focus is gone, something beside it gets it.
 */
export function performAction(
  action: Pick<Action, 'run'>,
  context: ActionContext,
): ReturnType<Action['run']> {
  const { documents } = context.stores;
  const title = historyActions.find((each) => each === action)?.title(context);
  const before = documents.getState().document;
  const here = nodeAt(document.activeElement);
  const result = action.run(context);
  if (!(result instanceof Promise)) {
    tell(context, before, here, title);
    return result;
  }
  return result.then(() => tell(context, before, here, title));
}

function tell(
  { stores, t, words }: ActionContext,
  before: GraphDocument,
  here: string | undefined,
  title: string | undefined,
): void {
  const { documents, views, catalogue } = stores;
  const { document: after, step } = documents.getState();
  if (after === before) return;
  const text = title ?? (step && stepText(step, t, words, catalogue));
  if (text) views.getState().set({ said: { text } });
  if (here !== undefined) focusBeside(here, before, after);
}

/** Gives the focus to what stood next to something that is gone. */
function focusBeside(here: string, before: GraphDocument, after: GraphDocument): void {
  const order = stopsOf(before);
  const at = order.indexOf(here);
  const left = new Set(stopsOf(after));
  if (at < 0 || left.has(here)) return;
  const near = [...order.slice(0, at).reverse(), ...order.slice(at + 1)];
  const next = near.find((id) => left.has(id));
  if (next !== undefined) focusNode(next);
}
