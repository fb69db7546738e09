import type { Probe } from '../engine/pictures/probe.ts';
import { activationsProbe } from './activations/probe.ts';
import { adviceProbe } from './advice/probe.ts';
import { askProbe } from './ask/probe.ts';
import { bentSpaceProbe } from './bent-space/probe.ts';
import { betweenRunsProbe } from './between-runs/probe.ts';
import { boundaryProbe } from './decision-boundary/probe.ts';
import { fitProbe } from './fit/probe.ts';
import { hiddenSpaceProbe } from './hidden-space/probe.ts';
import { landscapeProbe } from './landscape/probe.ts';
import { layerMapsProbe } from './layer-maps/probe.ts';
import { numbersProbe } from './numbers/probe.ts';
import { preparedProbe } from './prepared/probe.ts';
import { sampleProbe } from './sample/probe.ts';
import { scoresProbe } from './scores/probe.ts';
import { spreadProbe } from './spread/probe.ts';
import { tableProbe } from './truth-table/probe.ts';
import { unitMapsProbe } from './unit-maps/probe.ts';
import { walkProbe } from './walk/probe.ts';
import { weightsProbe } from './weights/probe.ts';

/** The worker's half of every picture, by id. Adding one is one folder and one line here. */
export const probeCatalogue: ReadonlyMap<string, Probe> = new Map(
  [
    boundaryProbe,
    tableProbe,
    activationsProbe,
    adviceProbe,
    preparedProbe,
    sampleProbe,
    layerMapsProbe,
    scoresProbe,
    askProbe,
    fitProbe,
    landscapeProbe,
    numbersProbe,
    walkProbe,
    unitMapsProbe,
    bentSpaceProbe,
    betweenRunsProbe,
    weightsProbe,
    spreadProbe,
    hiddenSpaceProbe,
  ].map((probe) => [probe.id, probe as Probe]),
);
