import { lazy, Suspense } from 'react';

const SavePicture = lazy(async () => ({
  default: (await import('./save-picture.tsx')).SavePicture,
}));

/** What stands beside the title of every picture. */
export const pictureTools = (
  <Suspense fallback={null}>
    <SavePicture />
  </Suspense>
);
