import { useReactFlow } from '@xyflow/react';
import type { Flow } from '../../document/schema.ts';
import { useStores } from '../../state/stores.ts';

/** Lays the network out, or what is selected of it. The layouter is loaded when it is first wanted. */
export function useTidy(): (turned?: Flow) => void {
  const stores = useStores();
  const flow = useReactFlow();
  return (turned) => {
    void import('../arrange/arrange.ts').then(({ tidy }) => tidy({ stores, flow }, turned));
  };
}
