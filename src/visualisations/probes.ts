import type { Probe } from '../engine/probe.ts';
import { boundaryProbe } from './decision-boundary/probe.ts';
import { tableProbe } from './truth-table/probe.ts';

/** The worker's half of every picture, by id. Adding one is one folder and one line here. */
export const probeCatalogue: ReadonlyMap<string, Probe> = new Map(
  [boundaryProbe, tableProbe].map((probe) => [probe.id, probe as Probe]),
);
