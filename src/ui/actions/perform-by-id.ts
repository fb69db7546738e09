import { type Action, type ActionContext, isPossible } from './action.ts';
import { actions } from './index.ts';
import { performAction } from './perform.ts';

/** Carries out an action of the registry, if it can be done now, or a step that a button alone offers. */
export function perform(
  what: string | Pick<Action, 'run'>,
  context: ActionContext,
  at?: string,
): void {
  if (typeof what !== 'string') {
    void performAction(what, context, at);
    return;
  }
  const action = actions.find((each) => each.id === what);
  if (action && isPossible(action, context)) void performAction(action, context, at);
}
