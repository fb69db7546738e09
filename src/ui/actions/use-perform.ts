import type { Action } from './action.ts';
import { useActionContext } from './use-action-context.ts';

/**
 * Carries out actions by their ids, or steps that a button alone offers, as keys and menus do: what became of
 * the network is said. `at` is the node, card or comment that gets the focus where the button is gone then. The
 * registry is loaded when it is first wanted.
 */
export function usePerform(): (what: string | Pick<Action, 'run'>, at?: string) => void {
  const context = useActionContext();
  return (what, at) => {
    void import('./perform-by-id.ts').then(({ perform }) => perform(what, context, at));
  };
}
