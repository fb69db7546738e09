import type { TrainingData } from './data.ts';
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
 * another step, and now and then while it runs: once an epoch, or once a second.
 */
export function createPictureKeeper<Picture>(rhythm: 'epoch' | 'second') {
  const kept = new WeakMap<TrainingData, Kept>();
  return async (
    data: TrainingData,
    moment: ProbeMoment,
    request: unknown,
    draw: () => Promise<Picture | undefined>,
  ): Promise<Picture | undefined> => {
    const key = JSON.stringify(request);
    const last = kept.get(data);
    if (last?.key === key && isFresh(last, moment, rhythm)) {
      return last.picture as Picture | undefined;
    }
    const picture = await draw();
    kept.set(data, { key, moment, at: performance.now(), picture });
    return picture;
  };
}

function isFresh(
  { moment: then, at }: Kept,
  now: ProbeMoment,
  rhythm: 'epoch' | 'second',
): boolean {
  if (then.start !== now.start) return false;
  if (then.step === now.step) return true;
  if (!now.running) return false;
  return rhythm === 'epoch' ? then.epoch === now.epoch : performance.now() - at < PAUSE;
}
