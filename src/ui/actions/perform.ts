import { wireOrder } from '../../document/wire-order.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { nodeAt } from '../canvas/node-at.ts';
import type { Action, ActionContext } from './action.ts';
import { historyActions } from './history.ts';
import { stepText } from './step-text.ts';

/** Carries out an action as `perform` does; the way through the history is told by its own name. */
export function performAction(action: Action, context: ActionContext): ReturnType<Action['run']> {
  const title = historyActions.includes(action) ? action.title(context) : undefined;
  return perform(context, () => action.run(context), title);
}

/**
 * Carries out what was asked for by key, menu or list, and says what became of the network, for those who
 * do not see it. Where the node that had the focus is gone, one beside it gets it.
 */
export function perform(
  { stores, t, words }: ActionContext,
  run: () => ReturnType<Action['run']>,
  title?: string,
): ReturnType<Action['run']> {
  const { documents, views, catalogue } = stores;
  const before = documents.getState().document;
  const here = nodeAt(document.activeElement);
  const result = run();
  const { document: after, step } = documents.getState();
  if (after === before) return result;
  const said = title ?? (step && stepText(step, t, words, catalogue));
  if (said) views.getState().set({ said });
  if (here !== undefined && !Object.hasOwn(after.graph.nodes, here)) {
    const order = wireOrder(before.graph);
    const at = order.indexOf(here);
    const near = [...order.slice(0, at).reverse(), ...order.slice(at + 1)];
    const left = near.find((id) => Object.hasOwn(after.graph.nodes, id));
    if (left !== undefined) focusNode(left);
  }
  return result;
}
