import type { Frame } from '../frame.ts';

/** Shortest time between two frames, in ms: no screen shows more. */
const MIN_INTERVAL = 16;
/** Looking takes at most this share of the time. */
const MAX_SHARE = 0.35;
/** Weights of a running network are sent at most this often, in ms. */
const WEIGHTS_INTERVAL = 500;

interface FramerParts {
  readonly compose: (withWeights: boolean) => Promise<Frame | undefined>;
  readonly deliver: (frame: Frame) => Promise<void>;
}

/** Sends frames only as fast as they are taken up, and never lets them eat the training. */
export function createFramer({ compose, deliver }: FramerParts) {
  let inFlight: Promise<void> | undefined;
  let lastAt = -Infinity;
  let lastCost = 0;
  let weightsAt = -Infinity;

  async function send(withWeights: boolean): Promise<void> {
    const begun = performance.now();
    const frame = await compose(withWeights);
    lastAt = performance.now();
    lastCost = lastAt - begun;
    if (!frame) return;
    if (withWeights) weightsAt = lastAt;
    inFlight = deliver(frame)
      .catch(() => {})
      .finally(() => {
        inFlight = undefined;
      });
  }

  return {
    /** Sends a frame if the last one has been taken up and one is due. */
    offer: async (): Promise<void> => {
      const now = performance.now();
      const due = now - lastAt >= Math.max(MIN_INTERVAL, lastCost / MAX_SHARE);
      if (due && !inFlight) await send(now - weightsAt >= WEIGHTS_INTERVAL);
    },
    /** Sends a frame with everything in it, after any that is still under way. */
    flush: async (): Promise<void> => {
      await inFlight;
      await send(true);
    },
  };
}
