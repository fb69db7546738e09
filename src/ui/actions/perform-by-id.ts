import { type ActionContext, isPossible } from './action.ts';
import { actions } from './index.ts';
import { performAction } from './perform.ts';

/** Carries out an action of the registry, if it can be done now. */
export function performById(id: string, context: ActionContext): void {
  const action = actions.find((each) => each.id === id);
  if (action && isPossible(action, context)) void performAction(action, context);
}
