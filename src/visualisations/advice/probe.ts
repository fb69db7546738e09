import { type Ir, isTrainable } from '../../compiler/ir.ts';
import { type Curvature, largestCurvature } from '../../engine/advice/curvature.ts';
import { dataFacts } from '../../engine/advice/data-facts.ts';
import type { Answer, Question, Want } from '../../engine/advice/question.ts';
import { firstBatch } from '../../engine/batches.ts';
import type { WeightMap } from '../../engine/executor.ts';
import { canFuse, createFusedExecutor, fitsArena } from '../../engine/fused/executor.ts';
import type { Probe, ProbeContext } from '../../engine/probe.ts';
import { JUDGED_ROWS, type Standing, standingsOf } from '../../engine/spread/standing.ts';

const MOST_ROWS = 256;
/** Footprints before the present weights that are tried as well: where a loss leaps, its curvature does. */
const PLACES = 8;

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
      ...(wants('curvature') && { curvature: (await bend(network, context)) ?? null }),
    };
    answers.set(data, picture);
    return picture;
  },
};

async function lookAtLayers(ir: Ir, { data, dissect }: ProbeContext): Promise<readonly Standing[]> {
  return standingsOf(ir, await dissect(firstBatch(data.train, JUDGED_ROWS)));
}

/** The largest curvature on the last stretch of the way, on a copy of the network. */
async function bend(ir: Ir, context: ProbeContext): Promise<Curvature | undefined> {
  const { data, prints, moment, readWeights } = context;
  const rows = Math.min(MOST_ROWS, data.train.rows);
  if (!canFuse(ir) || !fitsArena(ir, rows)) return undefined;
  const copy = createFusedExecutor(ir, rows);
  const batch = firstBatch(data.train, rows);
  const before = prints.filter(({ step }) => step < moment.step).slice(-PLACES);
  const places: WeightMap[] = [...before.map(({ weights }) => weights), await readWeights()];
  let found: Curvature | undefined;
  let gradients = 0;
  try {
    for (const weights of places) {
      const here = await largestCurvature(copy, batch, weights);
      gradients += here?.gradients ?? 0;
      if (here && here.largest > (found?.largest ?? 0)) found = here;
    }
  } finally {
    copy.dispose();
  }
  return found && { ...found, gradients };
}
