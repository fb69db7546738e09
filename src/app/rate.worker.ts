import * as Comlink from 'comlink';
import { config } from 'zod';
import { fullDatasets } from '../datasets/all.ts';
import { createDataRoom } from '../engine/data/room.ts';
import { fusedCandidate } from '../engine/fused/candidate.ts';
import { initialWeights } from '../engine/initial-weights.ts';
import type { RateApi } from '../engine/rate/api.ts';
import { findRate } from '../engine/rate/finder.ts';
import { holdLock } from '../engine/worker-life.ts';
import { createAssetLoader } from './assets.ts';

// zod compiles its checks with `Function` where it may; the page's security policy forbids that.
config({ jitless: true });

const api: RateApi = {
  open: holdLock,
  find: async (plan, onUpdates) => {
    const { ir, training } = plan;
    const room = createDataRoom(
      fullDatasets,
      createAssetLoader(() => {}),
    );
    room.furnish(await room.fetch(ir), training);
    const task = { ir, weights: initialWeights(ir, training.seed), ...room.trialOf(training) };
    const { rows } = task.batch;
    // TensorFlow.js is large, and few networks need it.
    const executor = fusedCandidate.obstacle(ir, rows)
      ? await (await import('./seeds-tfjs.ts')).onTfjs(task)
      : await fusedCandidate.create(ir, rows);
    return findRate(executor, room, plan, (done) => void onUpdates(done));
  },
};

Comlink.expose(api);
