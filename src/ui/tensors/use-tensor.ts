import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalculatedTensor, Tensor } from '../../core/tensor/tensor.ts';
import { wiresInto } from '../../document/queries.ts';
import { useCompilation, useDocument } from '../../state/stores.ts';
import { formatCount } from '../kit/format.ts';
import type { TensorWords } from '../kit/tensor-table.tsx';

/** The result of a step and what it was made of, in the order of its wires; empty while something is missing. */
export function useTensor(id: string): {
  tensor: CalculatedTensor | undefined;
  inputs: readonly Tensor[];
} {
  const graph = useDocument(({ document }) => document.graph);
  const values = useCompilation((compilation) => compilation.values);
  return useMemo(() => {
    const inputs = wiresInto(graph, id).flatMap(({ from }) => values.get(from) ?? []);
    return { tensor: values.get(id), inputs };
  }, [graph, values, id]);
}

/** How tables of tensors speak. */
export function useTensorWords(): TensorWords {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      axis: (axis) => t('tensor.axis', { axis }),
      more: (count) => t('tensor.more', { count: formatCount(count) }),
    }),
    [t],
  );
}
