/** How a file is to be read, where it does not tell by itself. */
export interface TableSettings {
  /** What stands between two cells; empty to find out. */
  readonly separator: '' | ',' | ';' | '\t' | '|' | ' ';
  /** Whether the first line names the columns. */
  readonly header: 'auto' | 'yes' | 'no';
  /** Leaves out rows that have more or fewer cells than the first. */
  readonly skipRagged: boolean;
}

/** How a file is read at first. */
export const usualSettings: TableSettings = { separator: '', header: 'auto', skipRagged: false };
