import { type ComponentType, lazy } from 'react';

/** The page's half of a picture in the panel. */
interface View {
  readonly id: string;
  /** Axes of an input that it can show; every input where it is left out. */
  readonly rank?: number;
  /** It is there while a walk through an update is under way. */
  readonly walks?: true;
  readonly Component: ComponentType;
}

/** Every picture of the panel, in its order; each is loaded when first shown. */
export const views: readonly View[] = [
  {
    id: 'walk',
    walks: true,
    Component: lazy(async () => ({ default: (await import('./walk/view.tsx')).WalkView })),
  },
  {
    id: 'decision-boundary',
    rank: 1,
    Component: lazy(async () => ({
      default: (await import('./decision-boundary/view.tsx')).BoundaryView,
    })),
  },
  {
    id: 'fit',
    rank: 1,
    Component: lazy(async () => ({ default: (await import('./fit/view.tsx')).FitView })),
  },
  {
    id: 'truth-table',
    rank: 1,
    Component: lazy(async () => ({ default: (await import('./truth-table/view.tsx')).TableView })),
  },
  {
    id: 'sample',
    rank: 3,
    Component: lazy(async () => ({ default: (await import('./sample/view.tsx')).SampleView })),
  },
  {
    id: 'loss-curve',
    Component: lazy(async () => ({ default: (await import('./loss-curve/view.tsx')).LossView })),
  },
  {
    id: 'advice',
    Component: lazy(async () => ({ default: (await import('./advice/view.tsx')).AdviceView })),
  },
  {
    id: 'runs',
    Component: lazy(async () => ({ default: (await import('./runs/view.tsx')).RunsView })),
  },
  {
    id: 'rate-finder',
    Component: lazy(async () => ({ default: (await import('./rate-finder/view.tsx')).RateView })),
  },
  {
    id: 'seeds',
    Component: lazy(async () => ({ default: (await import('./seeds/view.tsx')).SeedsView })),
  },
  {
    id: 'ask',
    rank: 1,
    Component: lazy(async () => ({ default: (await import('./ask/view.tsx')).AskView })),
  },
  {
    id: 'bent-space',
    rank: 1,
    Component: lazy(async () => ({
      default: (await import('./bent-space/view.tsx')).BentSpaceView,
    })),
  },
  {
    id: 'landscape',
    Component: lazy(async () => ({
      default: (await import('./landscape/view.tsx')).LandscapeView,
    })),
  },
  {
    id: 'between-runs',
    Component: lazy(async () => ({
      default: (await import('./between-runs/view.tsx')).BetweenRunsView,
    })),
  },
  {
    id: 'numbers',
    Component: lazy(async () => ({ default: (await import('./numbers/view.tsx')).NumbersView })),
  },
  {
    id: 'scores',
    rank: 3,
    Component: lazy(async () => ({ default: (await import('./scores/view.tsx')).ScoresView })),
  },
  {
    id: 'hidden-space',
    rank: 3,
    Component: lazy(async () => ({
      default: (await import('./hidden-space/view.tsx')).HiddenSpaceView,
    })),
  },
];
