import { useEffect, useRef } from 'react';
import { hasWindow, type ViewState } from '../../state/view-store.ts';
import { isWindowOpen } from '../kit/open-window.ts';
import { type Action, isPossible } from './action.ts';
import { actions } from './index.ts';
import { isTyping } from './is-typing.ts';
import { isCharacter, isPressed } from './key-press.ts';
import { performAction } from './perform.ts';
import { type DragWatch, watchDrags } from './pointer-drag.ts';
import { useActionContext } from './use-action-context.ts';
import type { TakeEarlyKeys } from './use-early-keys.ts';
import { useWalkEntry } from './use-walk-entry.ts';

/** Carries out the action whose key is pressed, where no text is typed and no window is open. */
export function ActionKeys({ takeEarly }: { takeEarly: TakeEarlyKeys }): null {
  const context = useActionContext();
  useWalkEntry();
  const drags = useRef<DragWatch>(undefined);
  useEffect(() => {
    const watch = watchDrags(window);
    drags.current = watch;
    return watch.stop;
  }, []);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || drags.current?.isUnderWay()) return;
      const action = actions.find(
        (each) =>
          !each.native &&
          (each.keys ?? []).some(
            (key) =>
              isPressed(key, event) && takesKey(each, key, event, context.stores.views.getState()),
          ),
      );
      if (!action) return;
      const { documents, views } = context.stores;
      const isFixed = action.edits && documents.getState().lockedBy === 'fixed';
      if (isFixed && (action.when?.(context) ?? true)) {
        views.getState().notify({ tone: 'info', text: context.t('locks.looking') });
        event.preventDefault();
        return;
      }
      if (!isPossible(action, context)) return;
      const done = performAction(action, context);
      if (done !== false) event.preventDefault();
    };
    for (const event of takeEarly()) press(event);
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [context, takeEarly]);
  return null;
}

/** Whether a key is the page's own at this place, and not that of a control or of an open window. */
function takesKey(
  { id, whileTyping, at }: Action,
  combination: string,
  { target, key }: KeyboardEvent,
  view: ViewState,
): boolean {
  if (!view.letterKeys && isCharacter(combination)) return false;
  if (isTyping(target) && !whileTyping) return false;
  const isLetterOnBar = isCharacter(combination) && isOnBar(target);
  if (at === 'graph' && !combination.startsWith('mod+') && !isOnGraph(target) && !isLetterOnBar) {
    return false;
  }
  // What is open over the page, or about to be, has its own keys; the key that opened a window closes it.
  const isCovered = hasWindow(view) || isWindowOpen('dialog', 'menu');
  if (id !== view.dialog && isCovered) return false;
  return !((key === ' ' || key === 'Enter') && isPressable(target));
}

/** On the canvas, or where nothing has the focus. */
const isOnGraph = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  (target === document.body || target.closest('main, [data-outline]') !== null);

/** A button of the bars, which is left alone by letters; in a panel they change nothing. */
const isOnBar = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('button') !== null &&
  target.closest('aside') === null;

/** A control that Space and Enter press. */
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('button, a, summary, input, [role="tab"], [role="slider"], [role="option"]') !==
    null;
