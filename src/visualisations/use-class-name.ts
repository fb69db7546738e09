import { useCallback } from 'react';
import { useCompilation, useStores } from '../state/stores.ts';

/** What a class is called: by its data set, or by its number. */
export function useClassName(): (cls: number) => string {
  const { datasets } = useStores().catalogue;
  const source = useCompilation((compilation) => compilation.source);
  return useCallback(
    (cls) => {
      const dataset = source && datasets.get(source.dataset);
      return (source && dataset?.classNames?.(source.options)[cls]) ?? String(cls);
    },
    [datasets, source],
  );
}
