import type { Words } from './words.ts';

/** Where in the graph something stands. */
export type Place =
  | { readonly node: string }
  | { readonly wire: string }
  | { readonly graph: true };

/** How a problem is shown: work not finished, a mistake, or something that trains but hardly as meant. */
export type Severity = 'incomplete' | 'error' | 'warning';

/** A mend the person can take with one click. `Change` is whatever the document executes. */
export interface Fix<Change> {
  readonly code: string;
  readonly data: DiagnosticData;
  readonly changes: readonly Change[];
}

/** The numbers and names a message is made of. */
export type DiagnosticData = Readonly<Record<string, string | number | Words>>;

/** A problem as a value; its words live in `i18n` under `problem.<code>`. */
export interface Diagnostic<Code extends string, Change> {
  readonly code: Code;
  readonly severity: Severity;
  /** Whether the network cannot be trained because of it. A loose part beside the network blocks nothing. */
  readonly blocking: boolean;
  readonly at: Place;
  readonly data: DiagnosticData;
  readonly fixes: readonly Fix<Change>[];
}
