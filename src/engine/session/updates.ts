import { isTrainable } from '../../compiler/ir.ts';
import type { Training } from '../../document/training-schema.ts';
import { isWhole } from '../data/balance.ts';
import type { Portion } from '../data/batches.ts';
import type { DataRoom } from '../data/room.ts';
import type { Eventual } from '../executor.ts';
import type { CurveRecorder } from '../figures/curves.ts';
import type { Recorder } from '../recording/recorder.ts';
import { crash } from '../run-failure.ts';
import type { Host } from './host.ts';
import type { ProgressKeeper } from './progress.ts';

/** How far it is looked beyond the last update that went well. */
const MOST_BEYOND = 20;

interface UpdateParts {
  readonly host: Host;
  readonly room: DataRoom;
  readonly progress: ProgressKeeper;
  readonly curves: CurveRecorder;
  readonly recorder: Recorder;
  readonly training: () => Training | undefined;
  /** Lets another executor take over after an error. False where there is none. */
  readonly replaceExecutor: (error: unknown) => Promise<boolean>;
}

/** Carries out updates one by one: counts those that went well, and takes back one that broke the weights. */
export function createUpdates(parts: UpdateParts) {
  const { host, room, progress, curves, recorder } = parts;

  /** One update. Gives false when the run must stop. */
  function stepOnce(): Eventual<boolean> {
    const network = host.current();
    const portion = network && room.next();
    if (!portion) return false;
    const { executor } = network;
    try {
      const loss = executor.step(portion.batch);
      if (typeof loss !== 'number') return loss.then((late) => count(late, portion)).catch(fail);
      return Number.isFinite(loss) ? count(loss, portion) : diverge(portion).catch(fail);
    } catch (error) {
      return fail(error);
    }
  }

  function count(loss: number, portion: Portion): Eventual<boolean> {
    if (!Number.isFinite(loss)) return diverge(portion);
    const training = parts.training();
    const spec = host.current()?.ir.source.spec;
    // A batch in which rows are repeated costs something else than the rows.
    if (training && spec && isWhole(spec, training))
      curves.pushLoss(progress.reached('step'), loss);
    progress.count(portion.endsEpoch);
    const step = progress.reached('step');
    if (room.evaluator()?.isRegular(step)) return measure(step).catch(fail);
    recorder.offer(step);
    return true;
  }

  /** Measures the rows that are set apart: here and not when somebody looks, so that a run has one curve. */
  async function measure(step: number): Promise<boolean> {
    const [network, evaluator] = [host.current(), room.evaluator()];
    if (network && evaluator && isTrainable(network.ir))
      curves.record(await evaluator.measure(network.executor, network.ir, step), evaluator.tracks);
    recorder.offer(step);
    return true;
  }

  async function diverge({ batch }: Portion): Promise<boolean> {
    const network = host.current();
    const training = parts.training();
    if (!network) return false;
    // Rules with a memory lose it where an update is refused: what they would do next is not known.
    const isKnown = training?.optimizer.type === 'sgd' && isWhole(network.ir.source.spec, training);
    const beyond = isKnown ? await network.executor.lossesBeyond(batch, MOST_BEYOND) : [];
    const found = await network.executor.recover(batch);
    progress.fail({ type: 'non-finite', step: progress.reached('step'), beyond, ...found });
    progress.takeBack(found.stepsBack);
    const step = progress.reached('step');
    room.evaluator()?.forget();
    curves.rewind(step);
    recorder.rewind(step);
    return false;
  }

  /** An update that could not be carried out: another executor goes on from what is known. */
  async function fail(error: unknown): Promise<boolean> {
    if (await parts.replaceExecutor(error)) return true;
    progress.fail(crash(error));
    return false;
  }

  return { stepOnce };
}
