import { lazy, Suspense } from 'react';
import { useView } from '../../state/stores.ts';

const WeightEditor = lazy(async () => ({
  default: (await import('./weight-editor.tsx')).WeightEditor,
}));

/** The weight that is open, if one is. */
export function OpenWeight() {
  const weight = useView((view) => view.weight);
  return weight ? (
    <Suspense fallback={null}>
      <WeightEditor {...weight} />
    </Suspense>
  ) : null;
}
