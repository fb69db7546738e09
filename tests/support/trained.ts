import type { Graph } from '../../src/document/schema.ts';
import type { Frame } from '../../src/engine/frame.ts';
import { trainingOf } from './lowered.ts';
import { startSession } from './sessions.ts';

/** The weights of a frame as text. */
export const weightsOf = (frame: Frame) => JSON.stringify(frame.weights);

/** The last frame after so many updates of a network. */
export async function trained(graph: Graph, steps: number, change = {}): Promise<Frame> {
  const session = startSession();
  await session.build(graph, trainingOf(change));
  await session.advance({ steps });
  await session.dispose();
  return session.last();
}
