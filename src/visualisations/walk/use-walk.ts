import { isTrainable } from '../../compiler/ir.ts';
import type { Stage } from '../../engine/walk/stages.ts';
import { useCompilation, useRun, useView } from '../../state/stores.ts';
import { stopsOf } from '../../state/walk.ts';
import type { WalkPicture } from './probe.ts';
import { sameStage } from './stage-text.ts';

/** The walk that is under way: where it is, and the numbers of its update once they have come. */
export function useWalk() {
  const walk = useView((view) => view.walk);
  const ir = useCompilation((known) => known.ir);
  const running = useRun((run) => run.running);
  const found = useRun(({ frame }) => frame?.pictures['walk'] as WalkPicture | undefined);
  if (!walk || !ir || !isTrainable(ir)) return undefined;
  const stops = stopsOf(ir);
  const at = Math.min(walk.at, stops.length - 1);
  const stage = stops[at] as Stage;
  // Numbers of another network are none of this one.
  const picture = found && stops.some((stop) => sameStage(stop, found.stage)) ? found : undefined;
  return {
    walk,
    ir,
    stops,
    at,
    stage,
    running,
    picture,
    /** The arithmetic of this very stop has come. */
    isHere: picture !== undefined && sameStage(picture.stage, stage) && picture.row === walk.row,
  };
}
