/** What a person asks for: how many starts, and what is varied meanwhile. */
export interface SeedOrder {
  /** Starts of each value. */
  readonly count: number;
  /** The first seed; the others follow. */
  readonly first: number;
  /** Updates of each start. */
  readonly updates: number;
  /** Key of the setting that is varied, and its values; nothing where the network stays as it is. */
  readonly sweep?: { readonly setting: string; readonly values?: readonly (number | string)[] };
}
