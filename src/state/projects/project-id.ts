import { momentName } from '../moment-name.ts';

/** A name that no other project of this browser has. */
export const newProjectId = (): string => momentName('p');
