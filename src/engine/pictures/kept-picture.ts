import type { TrainingData } from '../data/data.ts';
import type { ProbeMoment } from './probe.ts';

/** While training runs, a picture that takes long is drawn at most this often, in ms. */
const PAUSE = 1000;

interface Kept {
  readonly key: string;
  readonly moment: ProbeMoment;
  readonly at: number;
  readonly picture: unknown;
}

/**
 * Keeps the last picture that took long. It is drawn anew for another request, when training rests on
 * another step, and at most once a second while it runs.
 */
export function createPictureKeeper<Picture>() {
  const kept = new WeakMap<TrainingData, Kept>();
  return async (
    data: TrainingData,
    moment: ProbeMoment,
    key: string,
    draw: () => Promise<Picture | undefined>,
  ): Promise<Picture | undefined> => {
    const last = kept.get(data);
    if (last?.key === key && isFresh(last, moment)) {
      return last.picture as Picture | undefined;
    }
    const picture = await draw();
    kept.set(data, { key, moment, at: performance.now(), picture });
    return picture;
  };
}

function isFresh({ moment: then, at }: Kept, now: ProbeMoment): boolean {
  if (then.written !== now.written) return false;
  return then.step === now.step || (now.running && performance.now() - at < PAUSE);
}
