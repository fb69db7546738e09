import type { Command } from '../document/commands.ts';
import type { Graph } from '../document/schema.ts';
import { type Training, trainingLimits } from '../document/training-schema.ts';
import { initialiserSchema } from '../layers/params.ts';

/** What exactly given weights are drawn from instead: the labs' own start. */
const drawn = { type: 'normal', mean: 0, deviation: 1 };

/** The command that takes the next seed. */
export const nextSeed = ({ seed }: Training): Command => ({
  type: 'setTraining',
  training: { seed: (seed + 1) % trainingLimits.seed.max },
});

/** The commands that draw all exactly given weights from N(0, 1). */
export const redrawing = (graph: Graph): Command[] =>
  Object.entries(graph.nodes).flatMap(([id, { params }]) =>
    Object.entries(params)
      .filter(([, value]) => initialiserSchema.safeParse(value).data?.type === 'values')
      .map(([name]): Command => ({ type: 'setParams', id, params: { [name]: drawn } })),
  );
