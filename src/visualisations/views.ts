import { type ComponentType, lazy } from 'react';

/** The page's half of every picture, in the order of the panel; each is loaded when first shown. */
export const views: readonly { readonly id: string; readonly Component: ComponentType }[] = [
  {
    id: 'decision-boundary',
    Component: lazy(async () => ({
      default: (await import('./decision-boundary/view.tsx')).BoundaryView,
    })),
  },
  {
    id: 'truth-table',
    Component: lazy(async () => ({ default: (await import('./truth-table/view.tsx')).TableView })),
  },
  {
    id: 'loss-curve',
    Component: lazy(async () => ({ default: (await import('./loss-curve/view.tsx')).LossView })),
  },
];
