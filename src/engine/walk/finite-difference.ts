import type { Ir } from '../../compiler/ir.ts';
import type { ProbeContext } from '../pictures/probe.ts';
import type { Anatomy, Place } from './anatomy.ts';
import type { Stage } from './stages.ts';

/** How far an input is moved: a power of two, so that single precision moves it by just that much. */
const INPUT_NUDGE = 2 ** -7;

/**
 * Whether a stop has one: weights and the inputs of the network can be moved. A value within the network is no
 * setting that could be.
 */
export const hasDifference = ({ source }: Pick<Ir, 'source'>, stage: Stage): boolean =>
  stage.type === 'weight' || (stage.type === 'slope' && stage.from === source.id);

/**
 * The central difference (L(w + h) − L(w − h)) / 2h at a place, worked out on a copy; nothing for stops
 * that have none.
 */
export async function finiteDifference(
  { nudge, dissect }: Pick<ProbeContext, 'nudge' | 'dissect'>,
  { ir, batch }: Anatomy,
  stage: Stage,
  { row, index }: Place,
): Promise<number | undefined> {
  if (!hasDifference(ir, stage)) return undefined;
  if (stage.type === 'weight') {
    const { by, up, down } = await nudge(batch, { ...stage, index });
    return (up - down) / (2 * by);
  }
  const at = (batch.x.length / batch.rows) * row + index;
  const moved = async (by: number) => {
    const x = batch.x.slice();
    x[at] = (x[at] ?? 0) + by;
    const { loss } = await dissect({ rows: batch.rows, x, y: batch.y });
    return { loss, at: x[at] ?? 0 };
  };
  const [up, down] = [await moved(INPUT_NUDGE), await moved(-INPUT_NUDGE)];
  return (up.loss - down.loss) / (up.at - down.at);
}
