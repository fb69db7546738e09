import * as Comlink from 'comlink';
import type { EngineApi } from '../../src/engine/api.ts';
import type { BuildPlan } from '../../src/engine/build-plan.ts';
import type { Frame } from '../../src/engine/frame.ts';

/** Locks as browsers have them, as far as the engine uses them: one holder, the rest wait in line. */
export class FakeLocks {
  private readonly lines = new Map<string, (() => Promise<unknown>)[]>();

  request(name: string, use: () => unknown): Promise<unknown> {
    return new Promise((resolve) => {
      const turn = async (): Promise<unknown> => {
        const result = await use();
        this.lines.get(name)?.shift();
        void this.lines.get(name)?.[0]?.();
        resolve(result);
        return result;
      };
      const line = this.lines.get(name) ?? [];
      this.lines.set(name, [...line, turn]);
      if (line.length === 0) void turn();
    });
  }

  /** The holder is gone: the next in line gets the lock. */
  release(name: string): void {
    this.lines.get(name)?.shift();
    void this.lines.get(name)?.[0]?.();
  }
}

/** What a fake worker was asked to do, in order. */
export interface Log {
  readonly calls: string[];
  readonly plans: BuildPlan[];
}

type Acts = (worker: { die: () => void; show: (step: number) => Promise<void> }) => Promise<void>;

/**
 * A worker whose training is pretended: `onRun` says what it does when it is told to train, `onScrub` when it is to
 * show another moment.
 */
export function fakeWorker(
  locks: FakeLocks,
  log: Log,
  onRun: Acts,
  onScrub: Acts = async () => {},
): Worker {
  const { port1, port2 } = new MessageChannel();
  let held = '';
  let deliver: (frame: Frame) => Promise<void> = async () => {};
  let build = 0;
  let dead = false;
  const die = (): void => {
    if (dead) return;
    dead = true;
    port2.close();
    locks.release(held);
  };
  const show = (step: number): Promise<void> =>
    deliver({
      build,
      step,
      epoch: step,
      weights: { n1: [Float32Array.of(step)] },
    } as unknown as Frame);
  const train = async (what: string): Promise<void> => {
    log.calls.push(what);
    await onRun({ die, show });
  };
  const api: EngineApi = {
    open: async (lock, onFrame) => {
      held = lock;
      deliver = onFrame;
      void locks.request(lock, () => new Promise(() => {}));
    },
    build: async (plan) => {
      build = plan.build;
      log.plans.push(plan);
      log.calls.push('build');
      await show(plan.resume?.step ?? 0);
    },
    configure: async () => void log.calls.push('configure'),
    run: () => train('run'),
    advance: (distance) => train(`advance ${JSON.stringify(distance)}`),
    pause: async () => void log.calls.push('pause'),
    reset: async () => void log.calls.push('reset'),
    scrub: async (step) => {
      log.calls.push(`scrub ${step}`);
      await onScrub({ die, show });
    },
    place: async () => void log.calls.push('place'),
    watch: async () => {},
    pace: async () => {},
    prefer: async () => true,
  };
  Comlink.expose(api, port2 as unknown as Comlink.Endpoint);
  port1.start();
  return Object.assign(port1, { terminate: die, onerror: null }) as unknown as Worker;
}
