import type { DataRoom } from '../data/room.ts';
import type { Recording } from '../frame.ts';
import type { Host, Standing } from '../session/host.ts';
import type { Place, ProgressKeeper } from '../session/progress.ts';
import type { Moment, Recorder } from './recorder.ts';

interface VisitParts {
  readonly host: Host;
  readonly room: DataRoom;
  readonly recorder: Recorder;
  readonly progress: ProgressKeeper;
}

/**
 * Going back to recorded moments. What trains stays as it is, the rule's memory and the order of batches
 * too; only the weights that are looked at are others, and the figures are put by meanwhile.
 */
export function createVisits({ host, room, recorder, progress }: VisitParts) {
  let here: Moment | undefined;
  let bringFiguresBack = (): void => {};

  function show(moment: Moment | undefined): void {
    if (moment === here) return;
    host.current()?.executor.visit(moment?.weights);
    if (!here) bringFiguresBack = room.evaluator()?.putBy() ?? (() => {});
    else room.evaluator()?.forget();
    if (!moment) bringFiguresBack();
    here = moment;
  }

  return {
    /** The moment on screen; nothing at the end, where training goes on. */
    here: () => here,
    /** Shows the moment nearest to a step; the end without one, or where that is nearer. */
    go: (step: number | undefined): void => {
      const moment = step === undefined ? undefined : recorder.nearest(step);
      const off = (to: number): number => Math.abs(to - (step ?? to));
      show(moment && off(moment.step) < off(progress.reached('step')) ? moment : undefined);
    },
    /** How far the run was at what is on screen. */
    place: (): Place => here ?? progress.place(),
    /** The weights on screen, and how far the run was. */
    standing: async (): Promise<Standing | undefined> =>
      here ?? (await host.read(progress.place())),
    /** What can be gone back to. */
    recording: (running: boolean): Recording | undefined => {
      const steps = recorder.steps();
      if (!steps) return undefined;
      const end = progress.reached('step');
      return {
        first: steps[0] ?? end,
        end,
        at: here?.step,
        forgets: here?.carried?.isCut ?? false,
        steps: running ? undefined : steps,
      };
    },
    show,
    /** Other weights were set: there is nothing to come back to. */
    forget: (): void => {
      here = undefined;
      bringFiguresBack = () => {};
    },
  };
}

/** Who goes back to recorded moments. */
export type Visits = ReturnType<typeof createVisits>;
