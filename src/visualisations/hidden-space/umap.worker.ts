import { embed } from './embed.ts';

/** Time between two words on how far it is, in ms. */
const WORD = 100;

// A worker of its own: whoever waits no longer ends it.
addEventListener(
  'message',
  ({ data }: MessageEvent<{ values: Float32Array; rows: number; width: number }>) => {
    let told = 0;
    const places = embed(data.values, data.rows, data.width, (share) => {
      if (performance.now() - told < WORD) return;
      told = performance.now();
      postMessage({ share });
    });
    postMessage({ places });
  },
);
