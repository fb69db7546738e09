/** A tab that is being left may hold on to its project for a moment: how often and how long to wait, in ms. */
const ATTEMPTS = 8;
const PAUSE = 150;
/** How long another tab may take to hand a project over, in ms. */
const HANDOVER = 2000;

/** What tabs tell each other about a project. */
type Word = { readonly says: 'kept' | 'yield'; readonly project: string };

/** What a tab does when another one speaks of the project on its screen. */
interface Listener {
  /** Another tab wants to write: what is unsaved is written now. */
  readonly onYield: () => Promise<void>;
  /** Another tab writes this project from now on. */
  readonly onLost: (project: string) => void;
  /** Another tab has written this project. */
  readonly onKept: (project: string) => void;
}

const lockOf = (project: string): string => `netwright-project-${project}`;

/** Whether a tab, this one or another, writes a project now. Browsers without locks do not know. */
export async function isTaken(project: string): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  const now = await locks?.query().catch(() => undefined);
  return now?.held?.some(({ name }) => name === lockOf(project)) ?? false;
}

/** Does something with a project that no tab writes, and keeps tabs away from it meanwhile. */
export async function whileFree(project: string, act: () => Promise<void>): Promise<void> {
  // Without locks nobody knows.
  const locks = navigator.locks as LockManager | undefined;
  await locks?.request(lockOf(project), { ifAvailable: true }, async (lock) => {
    if (lock) await act();
  });
}

/** Sees to it that one tab at a time writes a project. */
export function createSeats(listener: Listener) {
  const held = new Map<string, () => void>();
  const asked = new Map<string, Promise<boolean>>();
  const channel =
    typeof BroadcastChannel === 'undefined'
      ? undefined
      : new BroadcastChannel('netwright-projects');
  const tell = (word: Word): void => channel?.postMessage(word);

  /** Waits for the lock of a project; where a browser has no locks, every tab has a seat. */
  function request(project: string, options: LockOptions): Promise<boolean> {
    // Missing where the page came over an insecure connection.
    const locks = navigator.locks as LockManager | undefined;
    if (!locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      const sit = (lock: Lock | null): Promise<void> | undefined => {
        if (!lock) {
          resolve(false);
          return undefined;
        }
        return new Promise((release) => {
          held.set(project, release);
          resolve(true);
        });
      };
      locks.request(lockOf(project), options, sit).catch((error: unknown) => {
        const wasHeld = held.delete(project);
        if (wasHeld) {
          asked.set(project, Promise.resolve(false));
          listener.onLost(project);
          return;
        }
        // Denied altogether, as in some frames: then there is no other tab to mind, either.
        resolve(error instanceof DOMException && error.name === 'SecurityError');
      });
    });
  }

  /** Whether this tab writes a project; it takes the seat if that is free. */
  function sit(project: string): Promise<boolean> {
    const known = asked.get(project);
    if (known) return known;
    const seat = waitFor(project);
    asked.set(project, seat);
    return seat;
  }

  /** Asked for again and again: a time limit could end a request that was granted on a busy page. */
  async function waitFor(project: string): Promise<boolean> {
    for (let i = 0; i < ATTEMPTS; i++) {
      if (await request(project, { ifAvailable: true })) return true;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    return false;
  }

  /** Gives a project up to other tabs. */
  function stand(project: string): void {
    asked.delete(project);
    held.get(project)?.();
    held.delete(project);
  }

  /** Takes the seat from the tab that has it, which keeps what it has first, if it still answers. */
  async function takeOver(project: string): Promise<void> {
    tell({ says: 'yield', project });
    const handed = await request(project, { signal: AbortSignal.timeout(HANDOVER) });
    const seat = handed || request(project, { steal: true });
    asked.set(project, Promise.resolve(seat));
    await seat;
  }

  channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if (data.says === 'kept') listener.onKept(data.project);
    else if (held.has(data.project)) {
      void listener.onYield().finally(() => {
        stand(data.project);
        asked.set(data.project, Promise.resolve(false));
        listener.onLost(data.project);
      });
    }
  });

  // A page that goes leaves its seats to the one that comes.
  globalThis.addEventListener('pagehide', () => {
    for (const project of [...held.keys()]) stand(project);
  });

  return { sit, stand, takeOver, tellKept: (project: string) => tell({ says: 'kept', project }) };
}
