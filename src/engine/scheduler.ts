/** How long updates run before messages are let in, in ms. */
const SLICE = 12;

interface SchedulerParts {
  /** One update; false stops the run. */
  readonly advance: () => Promise<boolean>;
  /** Called between slices, while no update is under way. */
  readonly onSlice: () => Promise<void>;
  /** Called when a run ends, before `run` settles. */
  readonly onStop: () => Promise<void>;
}

/** Runs updates in slices, so that a message is answered within a slice, and one thing at a time. */
export function createScheduler({ advance, onSlice, onStop }: SchedulerParts) {
  let wanted: (() => boolean) | undefined;
  let loop: Promise<void> = Promise.resolve();
  let looping = false;
  let queue: Promise<void> = Promise.resolve();
  let held = 0;
  let rate = 0;

  async function spin(): Promise<void> {
    looping = true;
    try {
      do {
        while (wanted && held === 0) await slice();
        if (!wanted) await onStop();
      } while (wanted && held === 0);
    } finally {
      looping = false;
    }
  }

  async function slice(): Promise<void> {
    const begun = performance.now();
    let steps = 0;
    let more = true;
    do {
      more = (wanted?.() ?? false) && (await advance());
      if (more) steps++;
    } while (more && performance.now() - begun < SLICE);
    const seconds = (performance.now() - begun) / 1000;
    if (steps > 0) rate = rate === 0 ? steps / seconds : 0.9 * rate + (0.1 * steps) / seconds;
    if (!more || !wanted?.()) wanted = undefined;
    else await onSlice();
    await letMessagesIn();
  }

  return {
    running: () => wanted !== undefined,
    /** Updates a second over the last slices, pictures not counted. */
    stepsPerSecond: () => rate,
    /** Trains while `more` holds. Settles when the run has ended and its last frame is shown. */
    run: async (more: () => boolean): Promise<void> => {
      rate = 0;
      wanted = more;
      if (!looping && held === 0) loop = spin();
      while (wanted === more) {
        await loop;
        if (held > 0) await queue;
      }
      await loop;
    },
    /** Ends the run after the update that is under way. */
    pause: (): Promise<void> => {
      wanted = undefined;
      return loop;
    },
    /** Like `pause`, without waiting. */
    halt: (): void => {
      wanted = undefined;
    },
    /** Does something between two updates; a run that was on goes on after it. */
    exclusive: (task: () => Promise<void> | void): Promise<void> => {
      held++;
      const turn = queue.then(async () => {
        try {
          await loop.catch(() => {});
          await task();
        } finally {
          held--;
          if (held === 0 && wanted) loop = spin();
        }
      });
      queue = turn.catch(() => {});
      return turn;
    },
  };
}

/** Settles after the messages that wait have been handled; unlike a timer, it is not slowed to 4 ms. */
function letMessagesIn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
