import { isTrainable } from '../../compiler/ir.ts';
import type { Training } from '../../document/training-schema.ts';
import type { DataRoom } from '../data/room.ts';
import type { CurveRecorder } from '../figures/curves.ts';
import type { Frame, RunStatus } from '../frame.ts';
import { drawPictures } from '../pictures/look.ts';
import type { Probe, Watch } from '../pictures/probe.ts';
import type { Recorder } from '../recording/recorder.ts';
import type { Visits } from '../recording/visits.ts';
import { crash } from '../run-failure.ts';
import { frozenPlaces } from './frozen.ts';
import type { Host } from './host.ts';
import type { ProgressKeeper } from './progress.ts';
import type { Shelf } from './shelf.ts';

interface ComposerParts {
  readonly host: Host;
  readonly room: DataRoom;
  readonly progress: ProgressKeeper;
  readonly curves: CurveRecorder;
  readonly recorder: Recorder;
  readonly visits: Visits;
  readonly shelf: Shelf;
  readonly probes: ReadonlyMap<string, Probe>;
  /** Which pictures are on screen. */
  readonly watch: () => Watch;
  readonly training: () => Training | undefined;
  readonly branchedAt: () => number | undefined;
  readonly stepsPerSecond: () => number;
  readonly running: () => boolean;
  readonly halt: () => void;
  /** Lets another executor take over after an error. False where there is none. */
  readonly replaceExecutor: (error: unknown) => Promise<boolean>;
}

/** Makes frames: looks at the network that trains, or at the moment that was gone back to. */
export function createComposer(parts: ComposerParts) {
  const { host, room, progress, curves, recorder, visits, shelf, probes, running } = parts;
  let lastFrame: Frame | undefined;
  /** The build that the page was told of what is on the shelf. */
  let shelfTold: number | undefined;

  function statusOf(): RunStatus {
    const failure = failureOf();
    if (failure) return failure.type === 'crash' ? 'failed' : 'diverged';
    return running() ? 'running' : 'paused';
  }

  /** Why the run stopped; a moment before that knows nothing of it. */
  const failureOf = (): Frame['failure'] => (visits.here() ? undefined : progress.now().failure);

  /** A look at the network; one that fails is a failure of the run, shown with what is left. */
  async function compose(withWeights: boolean): Promise<Frame | undefined> {
    try {
      lastFrame = await look(withWeights);
    } catch (error) {
      if (await parts.replaceExecutor(error)) return compose(withWeights);
      const failure = crash(error);
      progress.fail(failure);
      parts.halt();
      const network = host.current();
      if (!lastFrame || !network) throw error;
      const { build } = network;
      const rest = { pictures: {}, weights: undefined };
      lastFrame = { ...lastFrame, ...rest, build, failure, status: statusOf() };
    }
    return lastFrame;
  }

  async function look(withWeights: boolean): Promise<Frame | undefined> {
    const network = host.current();
    const [data, evaluator] = [room.data(), room.evaluator()];
    if (!network || !data || !evaluator) return undefined;
    const { executor, choice, build, ir } = network;
    const runs = running();
    const { starts, byHand, given, written } = progress.now();
    const visited = visits.here();
    const { step, epoch } = visits.place();
    const failure = failureOf();
    const moment = { step, written, epoch, running: runs };
    // Once it is paused, figures that take long come after the frame that says so.
    const isOff = (): boolean => runs && !running();
    const { train = visited?.figures.train, test = visited?.figures.test } = isTrainable(ir)
      ? await evaluator.look(executor, ir, { ...moment, isOff })
      : evaluator.figures();
    if (!failure && !visited) curves.record({ train, test }, evaluator.tracks);
    const tellsShelf = withWeights && isTrainable(ir) && shelfTold !== build;
    if (tellsShelf) shelfTold = build;
    const pictures = await drawPictures(network, data, {
      watch: parts.watch(),
      probes,
      moment,
      judged: evaluator.judged,
      shown: visited?.weights,
      frozen: () => frozenPlaces(ir, parts.training()?.frozen ?? {}),
      prints: () => recorder.prints().filter((print) => !visited || print.step <= step),
      upcoming: () => (visited ? room.batchAt(visited.mark) : room.upcoming()?.batch),
    });
    return {
      build,
      start: starts,
      byHand,
      given,
      status: statusOf(),
      recording: visits.recording(runs),
      branchedAt: parts.branchedAt(),
      step,
      epoch,
      train,
      test,
      stepsPerSecond: parts.stepsPerSecond(),
      history: curves.snapshot(),
      weights: withWeights && isTrainable(ir) ? (await visits.standing())?.weights : undefined,
      ...(tellsShelf && { shelved: shelf.beside(ir) }),
      pictures,
      failure,
      choice,
      memory: executor.memory(),
    };
  }

  return {
    compose,
    /** Why the run on screen stopped. */
    failure: failureOf,
    /** The next frame with weights tells what is on the shelf, too. */
    tellShelf: (): void => {
      shelfTold = undefined;
    },
  };
}
