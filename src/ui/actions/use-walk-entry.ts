import { useEffect } from 'react';
import { useStores } from '../../state/stores.ts';
import { goTo, stopsOf } from './go-to.ts';

/** Who comes to the nodes by Tab begins at the first along the wires; who comes backwards, at the last. */
export function useWalkEntry(): void {
  const stores = useStores();
  useEffect(() => {
    let way: 'on' | 'back' | undefined;
    const press = ({ key, shiftKey }: KeyboardEvent): void => {
      way = key === 'Tab' ? (shiftKey ? 'back' : 'on') : undefined;
    };
    const forget = (): void => {
      way = undefined;
    };
    const enter = ({ target, relatedTarget }: FocusEvent): void => {
      if (!way || !nodeOf(target) || nodeOf(relatedTarget)) return;
      const order = stopsOf(stores.documents.getState().document);
      const entry = way === 'on' ? order[0] : order.at(-1);
      way = undefined;
      if (entry !== undefined) goTo(stores, entry);
    };
    addEventListener('keydown', press, { capture: true });
    addEventListener('pointerdown', forget, { capture: true });
    addEventListener('focusin', enter);
    return () => {
      removeEventListener('keydown', press, { capture: true });
      removeEventListener('pointerdown', forget, { capture: true });
      removeEventListener('focusin', enter);
    };
  }, [stores]);
}

const nodeOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest('.react-flow__node') : null;
