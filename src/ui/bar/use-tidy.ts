import { useReactFlow } from '@xyflow/react';
import { useStores } from '../../state/stores.ts';
import { fitOptions } from '../canvas/use-viewport.ts';

/** Lays the network out left to right. The layouter is loaded when it is first wanted. */
export function useTidy(): () => void {
  const { documents } = useStores();
  const { getNodes, fitView } = useReactFlow();
  return () => {
    void import('./layout.ts').then(({ layOut }) => {
      const { document, dispatch } = documents.getState();
      dispatch([{ type: 'move', positions: layOut(document.graph, getNodes()) }]);
      requestAnimationFrame(() => void fitView({ ...fitOptions, duration: 250 }));
    });
  };
}
