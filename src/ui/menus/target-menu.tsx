import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef } from 'react';
import { useStores } from '../../state/stores.ts';
import type { OpenMenu } from '../../state/view-store.ts';
import { type Action, actionGroups, isPossible } from '../actions/action.ts';
import { actions } from '../actions/index.ts';
import { printKey } from '../actions/key-press.ts';
import { performAction } from '../actions/perform.ts';
import { useActionContext } from '../actions/use-action-context.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { chosenThing, isSelected } from '../edit/select-thing.ts';
import { Kbd } from '../kit/kbd.tsx';
import { useTargetName } from './use-target-name.ts';

/** What can be done with what was pressed, at the point where it was pressed. */
export function TargetMenu({ menu }: { menu: OpenMenu }) {
  const stores = useStores();
  const { views } = stores;
  const context = useActionContext();
  const label = useTargetName()(menu.target);
  const { target, x, y } = menu;
  const thing = target.type === 'node' || target.type === 'note' ? target.id : undefined;
  const offered = actions.filter(
    (action) => action.menus?.includes(target.type) && isPossible(action, context),
  );
  const groups = actionGroups
    .map((group) => offered.filter((action) => action.group === group))
    .filter((members) => members.length > 0);
  const close = (): void => views.getState().set({ menu: undefined });
  const content = useRef<HTMLDivElement>(null);
  // The canvas keeps presses to itself; the menu hears of them on their way down.
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      if (!content.current?.contains(event.target as Node))
        views.getState().set({ menu: undefined });
    };
    addEventListener('pointerdown', press, { capture: true });
    return () => removeEventListener('pointerdown', press, { capture: true });
  }, [views]);
  if (offered.length === 0) return null;
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(next) => !next && close()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden="true" className="fixed size-0" style={{ left: x, top: y }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={shownMain()}>
        <DropdownMenu.Content
          ref={content}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          aria-label={label}
          onContextMenu={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const isFree = document.activeElement === document.body;
            if (isFree && thing !== undefined && isSelected(stores, thing)) focusNode(thing);
          }}
          className="z-50 max-h-[min(80vh,var(--radix-dropdown-menu-content-available-height))] min-w-56 overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-card"
        >
          {groups.map((members, i) => (
            <DropdownMenu.Group key={members[0]?.group}>
              {i > 0 ? <DropdownMenu.Separator className="my-1 h-px bg-line" /> : null}
              {members.map((action) => (
                <MenuLine
                  key={action.id}
                  action={action}
                  title={action.title(context)}
                  onChoose={() => {
                    close();
                    void performAction(action, context, thing ?? chosenThing(stores));
                  }}
                />
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** The part of the page that the menu belongs to: the canvas, or the list of nodes over it. */
const shownMain = (): HTMLElement | undefined =>
  [...document.querySelectorAll('main')].find((main) => !main.closest('[inert]'));

function MenuLine({
  action,
  title,
  onChoose,
}: {
  action: Action;
  title: string;
  onChoose: () => void;
}) {
  const [key] = action.keys ?? [];
  return (
    <DropdownMenu.Item
      data-action={action.id}
      onSelect={onChoose}
      className="flex min-h-9 cursor-pointer items-center justify-between gap-6 rounded-lg px-2.5 outline-none data-[highlighted]:bg-accent-soft"
    >
      {title}
      {key === undefined ? null : <Kbd>{printKey(key)}</Kbd>}
    </DropdownMenu.Item>
  );
}
