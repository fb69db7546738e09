import type { ProbeContext } from '../probe.ts';
import type { Anatomy, Place } from './anatomy.ts';
import type { Stage } from './stages.ts';

/** How far an input is moved: a power of two, so that single precision moves it by just that much. */
const INPUT_NUDGE = 2 ** -7;

/**
 * The central difference (L(w + h) − L(w − h)) / 2h at a place, worked out on a copy: for weights, and for the
 * inputs of the network. A value within the network is no setting that could be moved: it has none.
 */
export async function finiteDifference(
  { nudge, dissect }: Pick<ProbeContext, 'nudge' | 'dissect'>,
  { ir, batch }: Anatomy,
  stage: Stage,
  { row, index }: Place,
): Promise<number | undefined> {
  if (stage.type === 'weight' || stage.type === 'update') {
    const { by, up, down } = await nudge(batch, { ...stage, index });
    return (up - down) / (2 * by);
  }
  if (stage.type !== 'slope' || stage.from !== ir.source.id) return undefined;
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
