import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';

/**
 * Ends a box that a finger drew. React Flow takes the click after a box for its end and lets nobody hear of it;
 * a mouse makes one, a finger none, and the tap that should let go of what is selected would be taken instead.
 */
export function BoxEnd(): null {
  const api = useStoreApi();
  useEffect(() => {
    const lift = ({ pointerType }: PointerEvent): void => {
      const { userSelectionActive, domNode } = api.getState();
      if (pointerType !== 'touch' || !userSelectionActive) return;
      // Once the canvas has heard of the finger, too.
      setTimeout(() => {
        domNode
          ?.querySelector('.react-flow__pane')
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      });
    };
    addEventListener('pointerup', lift, true);
    return () => removeEventListener('pointerup', lift, true);
  }, [api]);
  return null;
}
