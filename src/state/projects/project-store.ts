import { createStore } from 'zustand/vanilla';

/** Whether the work on screen is in the browser's storage. */
export type Keeping =
  | { readonly is: 'kept' }
  | { readonly is: 'keeping' }
  /** Another tab writes this project; what is done here is not kept. */
  | { readonly is: 'elsewhere' }
  /** `why`: `full`, `denied`, or what the browser said itself. */
  | { readonly is: 'not'; readonly why: string };

/** What is known of how the project on screen is kept. What it does is there once the keeper is. */
export interface ProjectState {
  readonly keeping: Keeping | undefined;
  /** Writes what is not yet written. */
  readonly flush: () => Promise<void>;
  /** Leaves for another project; tells whether it could be read. */
  readonly goTo: (id: string) => Promise<boolean>;
  /** Makes a project somebody's work, though nothing was edited yet: what came from elsewhere, a copy. */
  readonly claim: (project: string) => Promise<void>;
  /** Projects that were claimed before the keeper came. */
  readonly claimed: readonly string[];
  /**
   * Takes the project from the tab that writes it, and goes on from what that one kept last. Tells whether
   * something else that was made here is kept as a version.
   */
  readonly takeOver: () => Promise<boolean>;
}

/** How the project on screen is kept. A page that keeps nothing has nothing to say. */
export const createProjectStore = () =>
  createStore<ProjectState>()((set, getState) => ({
    keeping: undefined,
    flush: async () => {},
    goTo: async () => false,
    claim: async (project) => set({ claimed: [...getState().claimed, project] }),
    claimed: [],
    takeOver: async () => false,
  }));

/** The store of how projects are kept. */
export type ProjectStore = ReturnType<typeof createProjectStore>;
