import { Suspense } from 'react';
import { views } from '../visualisations/views.ts';

/** The pictures of the network, one below the other. */
export function SeePanel() {
  return (
    <div className="flex flex-col">
      {views.map(({ id, Component }) => (
        <Suspense key={id} fallback={<div className="h-40" />}>
          <Component />
        </Suspense>
      ))}
    </div>
  );
}
