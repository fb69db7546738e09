import type { GraphDocument } from '../../document/schema.ts';
import { nodeAt } from '../canvas/node-at.ts';
import { chosenThing } from '../edit/select-thing.ts';
import type { Action, ActionContext } from './action.ts';
import { historyActions } from './history.ts';
import { keepFocus } from './keep-focus.ts';
import { stepText } from './step-text.ts';

/** How soon an edit is told of, in ms: it is drawn first. */
const DRAWN = 30;

/**
 * Carries out what was asked for by key, menu, button or list and, when it has ended, says what became of the
 * network, for those who do not see it; a way through the history is told by its own name. Where what had the
 * focus is gone, something beside it gets it. `at` is the node, card or comment that it was asked for at, where
 * that does not have the focus itself.
 */
export function performAction(
  action: Pick<Action, 'run'>,
  context: ActionContext,
  at?: string,
): ReturnType<Action['run']> {
  const { stores } = context;
  const title = historyActions.find((each) => each === action)?.title(context);
  const before = stores.documents.getState().document;
  const here = at ?? nodeAt(document.activeElement);
  const chosen = chosenThing(stores);
  const end = (): void => {
    if (!tell(context, before, title) || here === undefined) return;
    keepFocus(stores, { here, before, chosen, elsewhere: at !== undefined });
  };
  const result = action.run(context);
  if (!(result instanceof Promise)) {
    end();
    return result;
  }
  return result.then(end);
}

/** Says what became of the network; false where nothing did. */
function tell(
  { stores, t, words }: ActionContext,
  before: GraphDocument,
  title: string | undefined,
): boolean {
  const { documents, views, catalogue } = stores;
  const { document: after, step } = documents.getState();
  if (after === before) return false;
  const text = title ?? (step && stepText(step, t, words, catalogue));
  if (text) setTimeout(() => views.getState().set({ said: { text } }), DRAWN);
  return true;
}
