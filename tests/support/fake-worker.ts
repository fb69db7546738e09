import * as Comlink from 'comlink';
import type { FakeLocks } from './fake-engine.ts';

/** A worker that answers with an API, holds a lock while it lives, and dies without a word when it is told to. */
export function fakeWorkerOf<Api extends { open(lock: string): Promise<void> }>(
  locks: FakeLocks,
  api: Omit<Api, 'open'>,
): { readonly worker: Worker; readonly die: () => void; readonly isDead: () => boolean } {
  const { port1, port2 } = new MessageChannel();
  let held = '';
  let dead = false;
  const die = (): void => {
    if (dead) return;
    dead = true;
    port2.close();
    locks.release(held);
  };
  const open = async (lock: string): Promise<void> => {
    held = lock;
    void locks.request(lock, () => new Promise(() => {}));
  };
  Comlink.expose({ ...api, open }, port2 as unknown as Comlink.Endpoint);
  port1.start();
  const worker = Object.assign(port1, { terminate: die, onerror: null }) as unknown as Worker;
  return { worker, die, isDead: () => dead };
}
