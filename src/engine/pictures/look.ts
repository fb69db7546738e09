import { EVALUATED_AT_ONCE } from '../../compiler/compile.ts';
import { inputWidth, readInputs } from '../../core/samples.ts';
import type { TrainingData } from '../data/data.ts';
import type { Executor, WeightMap } from '../executor.ts';
import type { Judged } from '../figures/evaluator.ts';
import type { Footprint } from '../recording/recorder.ts';
import type { Hosted } from '../session/host.ts';
import type { Probe, ProbeContext, ProbeMoment, Watch } from './probe.ts';

/** Which pictures are on screen, and who makes them. */
interface Wanted {
  readonly watch: Watch;
  readonly probes: ReadonlyMap<string, Probe>;
  readonly moment: ProbeMoment;
  readonly judged: () => Judged | undefined;
  readonly prints: () => readonly Footprint[];
  /** The weights on screen, where they are not those that train. */
  readonly shown: WeightMap | undefined;
  readonly frozen: ProbeContext['frozen'];
  readonly upcoming: ProbeContext['upcoming'];
}

/** How long one picture should take at most, in ms: figures must not wait for it. */
const PICTURE_BUDGET = 200;
/** Fewer rows tell what a call costs, not what a row does. */
const TELLING_ROWS = 64;

/** The pictures of a network that are on screen. */
export async function drawPictures(
  { executor, ir, choice }: Hosted,
  data: TrainingData,
  { watch, probes, moment, judged, prints, shown, frozen, upcoming }: Wanted,
): Promise<Record<string, unknown>> {
  const { outputs, readWeights, dissect, nudge } = executor;
  const context: ProbeContext = {
    network: ir,
    data,
    moment,
    judged,
    prints,
    outputs,
    readWeights,
    dissect,
    nudge,
    excursion: async (look) => {
      try {
        return await look(executor.visit);
      } finally {
        executor.visit(shown);
      }
    },
    frozen,
    upcoming,
    executor: choice.name,
    ...measured(executor, data),
  };
  const pictures: Record<string, unknown> = {};
  for (const [id, request] of Object.entries(watch)) {
    try {
      const picture = await probes.get(id)?.compute(context, request);
      if (picture !== undefined) pictures[id] = picture;
    } catch {
      // A picture that fails is left out. An executor that fails shows at the next evaluation.
    }
  }
  return pictures;
}

/** The shortest time that a row has taken on an executor, in ms. */
const rowTimes = new WeakMap<Executor, number>();

/** An executor's `forward` that learns what a row costs, and what can be afforded. */
function measured(
  executor: Executor,
  { train }: TrainingData,
): Pick<ProbeContext, 'forward' | 'mostRows'> {
  const forward: ProbeContext['forward'] = async (x, rows) => {
    const begun = performance.now();
    const output = await executor.forward(x, rows);
    if (rows >= TELLING_ROWS) {
      const time = (performance.now() - begun) / rows;
      rowTimes.set(executor, Math.min(time, rowTimes.get(executor) ?? time));
    }
    return output;
  };
  return {
    forward,
    mostRows: async () => {
      if (!rowTimes.has(executor)) {
        const some = readInputs(train.samples, 0, Math.min(train.rows, EVALUATED_AT_ONCE));
        await forward(repeated(some, inputWidth(train.samples)), EVALUATED_AT_ONCE);
      }
      return Math.floor(PICTURE_BUDGET / (rowTimes.get(executor) || Number.MIN_VALUE));
    },
  };
}

/** As many rows as run at once, the first again after the last. */
function repeated(x: Float32Array, width: number): Float32Array {
  return Float32Array.from({ length: EVALUATED_AT_ONCE * width }, (_, i) => x[i % x.length] ?? 0);
}
