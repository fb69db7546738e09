import { type Ir, isTrainable } from '../../compiler/ir.ts';
import { sizeOf } from '../../core/shape.ts';
import { type Copy, type Curvature, largestCurvature } from '../../engine/advice/curvature.ts';
import { dataFacts } from '../../engine/advice/data-facts.ts';
import type { Answer, Question, Want } from '../../engine/advice/question.ts';
import { evenBatch } from '../../engine/data/batches.ts';
import type { WeightMap, WeightPlace } from '../../engine/executor.ts';
import { canFuse, createFusedExecutor, fitsArena } from '../../engine/fused/executor.ts';
import type { Probe, ProbeContext } from '../../engine/pictures/probe.ts';
import { JUDGED_ROWS, type Standing, standingsOf } from '../../engine/spread/standing.ts';

const MOST_ROWS = 256;
/** Footprints before the present weights that are tried beside the first: where a loss leaps, its curvature does. */
const PLACES = 8;
/** How long a network that cannot be copied may be tried for, in ms, and on how many numbers at once. */
const TRY_TIME = 1500;
const TRY_NUMBERS = 500_000;

const answers = new WeakMap<object, Answer>();

/** Answers what a rule asks about a run. A question is answered once, whatever frames come meanwhile. */
export const adviceProbe: Probe<Question, Answer> = {
  id: 'advice',
  compute: async (context, request) => {
    const { network, data } = context;
    if (!isTrainable(network)) return undefined;
    const known = answers.get(data);
    if (known?.at === request.at) return known;
    const wants = (want: Want): boolean => request.wants.includes(want);
    const picture: Answer = {
      at: request.at,
      ...(wants('data') && { data: dataFacts(network, data.train) }),
      ...(wants('layers') && { layers: await lookAtLayers(network, context) }),
      ...(wants('curvature') && { curvature: await bend(network, context) }),
    };
    answers.set(data, picture);
    return picture;
  },
};

async function lookAtLayers(ir: Ir, { data, dissect }: ProbeContext): Promise<readonly Standing[]> {
  return standingsOf(ir, await dissect(evenBatch(data.train, JUDGED_ROWS)));
}

/**
 * The largest curvature at places of the way: on a copy of the network, or with the network itself where none
 * can be made of it.
 */
async function bend(ir: Ir, context: ProbeContext): Promise<readonly Curvature[]> {
  const rows = Math.min(MOST_ROWS, context.data.train.rows);
  if (!canFuse(ir) || !fitsArena(ir, rows)) {
    const numbers = ir.nodes.reduce((sum, node) => sum + sizeOf(node.outputShape), 0);
    const most = Math.max(1, Math.min(rows, Math.floor(TRY_NUMBERS / numbers)));
    const end = performance.now() + TRY_TIME;
    const isLate = (): boolean => performance.now() > end;
    return context.excursion((visit) =>
      largestAlong({ dissect: context.dissect, visit }, most, context, isLate),
    );
  }
  const copy = createFusedExecutor(ir, rows);
  try {
    const { dissect, writeWeights } = copy;
    return await largestAlong({ dissect, visit: writeWeights }, rows, context, () => false);
  } finally {
    copy.dispose();
  }
}

async function largestAlong(
  copy: Copy,
  rows: number,
  { data, prints, moment, readWeights, frozen }: ProbeContext,
  isLate: () => boolean,
): Promise<readonly Curvature[]> {
  const batch = evenBatch(data.train, rows);
  const before = prints().filter(({ step }) => step < moment.step);
  const places: WeightMap[] = before
    .filter((_, place) => place === 0 || place >= before.length - PLACES)
    .map(({ weights }) => weights);
  const trained = withoutFrozen(copy, frozen());
  // Where time may run out, the present comes first.
  const here = await largestCurvature(trained, batch, await readWeights(), isLate);
  const found: Curvature[] = [];
  for (const weights of places) {
    if (isLate()) break;
    const there = await largestCurvature(trained, batch, weights, isLate);
    if (there) found.push(there);
  }
  return here ? [...found, here] : found;
}

/** A network in which the loss has no slope along what is frozen: no update goes there. */
const withoutFrozen = ({ dissect, visit }: Copy, frozen: readonly WeightPlace[]): Copy => ({
  visit,
  dissect: async (batch) => {
    const found = await dissect(batch);
    for (const { node, tensor, index } of frozen) {
      const gradient = found.weightGradients[node]?.[tensor];
      if (gradient) gradient[index] = 0;
    }
    return found;
  },
});
