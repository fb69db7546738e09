import { isPossible, type Menu } from '../actions/action.ts';
import { actions } from '../actions/index.ts';
import { performAction } from '../actions/perform.ts';
import { useActionContext } from '../actions/use-action-context.ts';
import { Button } from '../kit/button.tsx';

/** All that the menu of a line's node, block or comment offers. */
export function EntryActions({ id, label, menu }: { id: string; label: string; menu: Menu }) {
  const context = useActionContext();
  const offered = actions.filter(
    (action) => action.menus?.includes(menu) && isPossible(action, context),
  );
  return (
    <div role="toolbar" aria-label={label} className="flex flex-wrap gap-1 px-2 pb-2 pl-9">
      {offered.map((action) => (
        <Button key={action.id} onClick={() => void performAction(action, context, id)}>
          {action.title(context)}
        </Button>
      ))}
    </div>
  );
}
