import * as Comlink from 'comlink';
import { config } from 'zod';
import { fullDatasets } from '../datasets/all.ts';
import { fusedCandidate } from '../engine/fused/candidate.ts';
import type { SeedsApi } from '../engine/seeds/api.ts';
import type { SeedResult } from '../engine/seeds/seed-plan.ts';
import { createSeedTrainer } from '../engine/seeds/trainer.ts';
import { holdLock } from '../engine/worker-life.ts';
import { createAssetLoader } from './assets.ts';

// zod compiles its checks with `Function` where it may; the page's security policy forbids that.
config({ jitless: true });

/** Time between two words on how far it is, in ms. */
const WORD = 100;

const trainer = createSeedTrainer({
  datasets: fullDatasets,
  loadAsset: createAssetLoader(() => {}),
  createExecutor: async (task) => {
    const { ir, batch } = task;
    if (!fusedCandidate.obstacle(ir, batch.rows)) return fusedCandidate.create(ir, batch.rows);
    // Large, and few networks need it.
    const { onTfjs } = await import('./seeds-tfjs.ts');
    return onTfjs(task);
  },
});

const api: SeedsApi = {
  open: holdLock,
  prepare: trainer.prepare,
  train: async (seeds, onUpdates) => {
    const results: SeedResult[] = [];
    let before = 0;
    let told = performance.now();
    for (const seed of seeds) {
      const result = await trainer.train(seed, (step) => {
        if (performance.now() - told < WORD) return;
        told = performance.now();
        void onUpdates(before + step);
      });
      before += result.step;
      results.push(result);
    }
    return results;
  },
};

Comlink.expose(api);
