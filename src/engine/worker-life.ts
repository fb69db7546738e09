/**
 * Holds a lock until this worker ends, by whatever cause: that is how the page learns of it. Settles once it is
 * held, and where there are no locks: a page that is not served securely has none, nor a frame whose storage is
 * blocked. It works all the same, but a lost worker goes unnoticed.
 */
export function holdLock(lock: string): Promise<void> {
  if (!('locks' in navigator)) return Promise.resolve();
  return new Promise((held) => {
    navigator.locks
      .request(lock, () => {
        held();
        return new Promise(() => {});
      })
      .catch(() => held());
  });
}

/** Calls back when the worker that holds a lock is gone. */
export function onRelease(lock: string, gone: () => void): void {
  if (!('locks' in navigator)) return;
  navigator.locks.request(lock, gone).catch(() => {});
}

let named = 0;

/** A name for a lock that no other tab gives. */
export function nameLock(what: string): string {
  named += 1;
  return `netwright-${what}-${named}-${performance.timeOrigin + performance.now()}`;
}
