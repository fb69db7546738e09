import type { Compilation } from '../compiler/compile.ts';
import type { Catalogue } from '../compiler/resolve.ts';
import type { GraphDocument } from '../document/schema.ts';
import type { WeightMap } from '../engine/executor.ts';
import type { AdviceState } from './advice/advice-store.ts';
import type { LessonState } from './lesson-store.ts';
import type { RunListState } from './run-list.ts';
import type { RunState } from './run-store.ts';
import type { SeedState } from './seeds/seed-store.ts';
import type { Stores } from './stores.ts';
import type { ViewState } from './view-store.ts';

/** Everything that a fact is read from, at one moment. */
export interface World {
  readonly document: GraphDocument;
  readonly compilation: Compilation;
  readonly run: RunState;
  readonly view: ViewState;
  readonly study: LessonState;
  readonly runList: RunListState;
  readonly seeds: SeedState;
  readonly advice: AdviceState;
  readonly catalogue: Catalogue;
  /** The newest weights that have come; not every frame brings some. */
  readonly weights: WeightMap | undefined;
}

/** Looks at the live stores, now and whenever one of them changes, while somebody listens. */
export function createWorldWatch(stores: Stores) {
  const { documents, compilations, runs, runList, views, study, seeds, advice, catalogue } = stores;
  let weights: WeightMap | undefined;

  const follow = (): void => {
    const { frame } = runs.getState();
    // Another network has other weights, even under the same names.
    if (!frame) weights = undefined;
    else weights = frame.weights ?? weights;
  };

  const look = (): World => ({
    document: documents.getState().document,
    compilation: compilations.getState(),
    run: runs.getState(),
    view: views.getState(),
    study: study.getState(),
    runList: runList.getState(),
    seeds: seeds.getState(),
    advice: advice.getState(),
    catalogue,
    weights,
  });

  return {
    look,
    /** Calls back whenever something may have changed; returns how to stop. */
    listen: (onChange: (world: World) => void): (() => void) => {
      const tell = (): void => {
        follow();
        onChange(look());
      };
      follow();
      const stops = [documents, compilations, runs, runList, views, study, seeds, advice].map(
        (store) => store.subscribe(tell),
      );
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
