import { useActionContext } from './use-action-context.ts';

/** Carries out actions by their ids, as keys and menus do. The registry is loaded when it is first wanted. */
export function usePerform(): (id: string) => void {
  const context = useActionContext();
  return (id) => {
    void import('./perform-by-id.ts').then(({ performById }) => performById(id, context));
  };
}
