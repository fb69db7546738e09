import { useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';

/**
 * Shift, Ctrl or Cmd held down at a press adds to the selection. React Flow's own watch tells all that is on
 * the canvas of every such key, wherever it is typed; here it is asked when something is pressed.
 */
export function MultiSelect() {
  const api = useStoreApi();
  useEffect(() => {
    const look = ({ shiftKey, metaKey, ctrlKey }: MouseEvent): void => {
      const adds = shiftKey || metaKey || ctrlKey;
      if (api.getState().multiSelectionActive !== adds)
        api.setState({ multiSelectionActive: adds });
    };
    // At the window: with Shift, React Flow lets no press through to the canvas.
    addEventListener('pointerdown', look, true);
    // A press of a key or of a screen reader has no pointer, and is not what the last pointer was.
    const press = (event: MouseEvent): void => {
      if (event.detail === 0) look(event);
    };
    addEventListener('click', press, true);
    return () => {
      removeEventListener('pointerdown', look, true);
      removeEventListener('click', press, true);
    };
  }, [api]);
  return null;
}
