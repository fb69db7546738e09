import type { Ir } from '../compiler/ir.ts';
import type { TrainingData } from './data.ts';
import type { Executor } from './executor.ts';
import { evaluate } from './metrics.ts';
import type { Probe, Watch } from './probe.ts';

/** Which pictures are on screen, and who makes them. */
interface Wanted {
  readonly watch: Watch;
  readonly probes: ReadonlyMap<string, Probe>;
}

/** How good a network is now, and the pictures of it that are on screen. */
export async function lookAt(
  executor: Executor,
  ir: Ir,
  data: TrainingData,
  { watch, probes }: Wanted,
) {
  const train = await evaluate(executor, ir, data.train);
  const test = data.test && (await evaluate(executor, ir, data.test));
  const context = { ir, data, forward: executor.forward };
  const pictures: Record<string, unknown> = {};
  for (const [id, request] of Object.entries(watch)) {
    const picture = await probes.get(id)?.compute(context, request);
    if (picture !== undefined) pictures[id] = picture;
  }
  return { train, test, pictures };
}
