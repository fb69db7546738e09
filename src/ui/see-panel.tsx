import { lazy, Suspense } from 'react';
import { useCompilation, useStudy, useView } from '../state/stores.ts';
import { views } from '../visualisations/views.ts';
import { SectionTools } from './kit/section-tools.ts';
import { pictureTools } from './share/picture-tools.tsx';

const TensorPanel = lazy(async () => ({
  default: (await import('./tensors/tensor-panel.tsx')).TensorPanel,
}));

/** The pictures of the network that its data allow, one below the other. */
export function SeePanel() {
  // Without a source there are the pictures that most lessons start with, and what they wait for.
  const rank = useCompilation(({ source }) => source?.spec.input.length ?? 1);
  const calculates = useCompilation((compilation) => compilation.calculates);
  const walks = useView((view) => view.walk !== undefined);
  const first = useStudy((study) => study.pictures);
  if (calculates) {
    return (
      <SectionTools value={pictureTools}>
        <Suspense fallback={null}>
          <TensorPanel />
        </Suspense>
      </SectionTools>
    );
  }
  const shown = views.filter(
    (view) => (view.rank === undefined || view.rank === rank) && (!view.walks || walks),
  );
  return (
    <SectionTools value={pictureTools}>
      <div className="flex flex-col">
        {shown.map(({ id, Component }) => (
          <div
            key={id}
            data-picture={id}
            className={
              first.includes(id) || (walks && id === 'walk') ? 'contents *:order-first' : 'contents'
            }
          >
            <Suspense fallback={<div className="h-40" />}>
              <Component />
            </Suspense>
          </div>
        ))}
      </div>
    </SectionTools>
  );
}
