/** Path of a browser to test with, if one is there. */
export function findBrowser(): string | undefined;
/** A browser to test with; installs one if there is none, or throws with what to do. */
export function ensureBrowser(): string;
/** Flags that keep a tested browser quiet. */
export const browserFlags: string[];
