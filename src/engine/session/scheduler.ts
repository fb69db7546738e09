import type { Eventual } from '../executor.ts';
import { letMessagesIn } from '../let-messages-in.ts';

/** How long updates run before messages are let in, in ms. */
const SLICE = 12;
/** Updates between two looks at the clock: as many as take about this long, in ms. */
const BLOCK = 1;
const MAX_BLOCK = 4096;
/** Updates that are overdue by more than this, in ms, are not made up for. */
const MOST_BEHIND = 100;
/** A wait at least this long is worth a whole frame before it, in ms. */
const LONG_WAIT = 40;

interface SchedulerParts {
  /** One update; false stops the run. */
  readonly advance: () => Eventual<boolean>;
  /** Called between slices, while no update is under way. */
  readonly onSlice: () => Promise<void>;
  /** Called when a run ends, before `run` settles, and before a long wait. */
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
  let block = 1;
  /** Time from one update to the next, in ms; 0 is flat out. */
  let interval = 0;
  let dueAt = 0;
  let lastEnd = 0;
  let wake = (): void => {};

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
    if (interval > 0 && dueAt > begun) return sleep(dueAt - begun);
    const { steps, over } = await updates(begun + SLICE);
    const ended = performance.now();
    measure(steps, begun, ended);
    // What came in the meantime is not over.
    if (wanted === over || !wanted?.()) wanted = undefined;
    else if (dueAt - ended > LONG_WAIT) await onStop();
    else await onSlice();
    await letMessagesIn();
  }

  function measure(steps: number, begun: number, ended: number): void {
    if (steps > 0 && interval === 0 && ended > begun) {
      const now = (1000 * steps) / (ended - begun);
      rate = rate === 0 ? now : 0.9 * rate + 0.1 * now;
    }
    // At a pace that is set, the time waited counts too.
    if (interval > 0 && lastEnd > 0) rate = (1000 * steps) / (ended - lastEnd);
    lastEnd = ended;
  }

  /** Updates until the time is up, the run is over or the next one is not due yet. over: what was trained for. */
  async function updates(until: number): Promise<{ steps: number; over?: () => boolean }> {
    let steps = 0;
    let now = performance.now();
    while (now < until) {
      const begun = now;
      const most = interval > 0 ? 1 : block;
      for (let i = 0; i < most; i++) {
        const aim = wanted;
        const went = aim?.() ? advance() : false;
        // A fast executor answers at once; waiting for it would cost more than its update.
        if (!(typeof went === 'boolean' ? went : await went))
          return aim ? { steps, over: aim } : { steps };
        steps++;
      }
      now = performance.now();
      if (interval > 0) {
        // A timer that is late is made up for; a pace that cannot be kept is not.
        dueAt = Math.max(dueAt + interval, now - MOST_BEHIND);
        if (dueAt > now) break;
      } else if (now - begun < BLOCK / 2) block = Math.min(MAX_BLOCK, block * 2);
      else if (now - begun > BLOCK * 2) block = Math.max(1, block >> 1);
    }
    return { steps };
  }

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function stop(): void {
    wanted = undefined;
    wake();
  }

  return {
    running: () => wanted !== undefined,
    /** Whether this is what it trains for, or is about to. */
    wants: (more: () => boolean): boolean => wanted === more,
    /** Whether something else waits for what is done between updates now. */
    isAwaited: () => held > 1 || wanted !== undefined,
    /** Updates a second over the last slices, pictures not counted. */
    stepsPerSecond: () => rate,
    /** The next updates are done in another way: what was measured says nothing of them. */
    forgetRate: (): void => {
      rate = 0;
      lastEnd = 0;
    },
    /** Updates a second that are wanted; without a number, as many as can be. */
    pace: (perSecond: number | undefined): void => {
      interval = perSecond === undefined ? 0 : 1000 / perSecond;
      dueAt = performance.now();
      rate = 0;
      lastEnd = 0;
      wake();
    },
    /** Trains while `more` holds. Settles when the run has ended and its last frame is shown. */
    run: async (more: () => boolean): Promise<void> => {
      rate = 0;
      block = 1;
      dueAt = performance.now();
      lastEnd = 0;
      wanted = more;
      wake();
      if (!looping && held === 0) loop = spin();
      while (wanted === more) {
        await loop;
        if (held > 0) await queue;
      }
      await loop;
    },
    /** Ends the run after the update that is under way. */
    pause: (): Promise<void> => {
      stop();
      return loop;
    },
    /** Like `pause`, without waiting. */
    halt: stop,
    /** Does something between two updates; a run that was on goes on after it. */
    exclusive: (task: () => Promise<void> | void): Promise<void> => {
      held++;
      wake();
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
