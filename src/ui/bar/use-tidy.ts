import { useReactFlow } from '@xyflow/react';
import { useStores } from '../../state/stores.ts';
import { fitOptions } from '../canvas/fit-options.ts';

/** Lays the network out from the source to the loss. The layouter is loaded when it is first wanted. */
export function useTidy(): () => void {
  const { documents } = useStores();
  const { getNodes, fitView } = useReactFlow();
  return () => {
    void import('./layout.ts').then(({ layOut }) => {
      const { document, dispatch } = documents.getState();
      const width = window.document.querySelector('.react-flow')?.clientWidth ?? 0;
      dispatch([{ type: 'move', positions: layOut(document.graph, getNodes(), width) }]);
      requestAnimationFrame(() => void fitView({ ...fitOptions, duration: 250 }));
    });
  };
}
