import type { Shape } from '../../../core/shape.ts';
import type { WeightSpec } from '../../../core/weights.ts';
import { useCompilation, useView } from '../../../state/stores.ts';
import { SpreadStrips } from '../../../visualisations/spread/spread-strips.tsx';
import { UnitMapRow } from '../../../visualisations/unit-maps/unit-maps.tsx';
import { WeightStrip } from '../../../visualisations/weights/weight-strip.tsx';

/** What is drawn in a node while it trains, as far as there is something to draw. */
export function NodeStrips({
  id,
  name,
  shape,
  weights,
}: {
  id: string;
  name: string;
  shape: Shape;
  weights: readonly WeightSpec[];
}) {
  const isPlane = useCompilation(({ source }) => {
    const input = source?.spec.input;
    return input?.length === 1 && input[0] === 2;
  });
  const spread = useView((view) => view.spread);
  const [units = 0] = shape;
  // All at once there would be no room for the next row of nodes.
  if (spread) return <SpreadStrips id={id} />;
  return (
    <>
      {weights.some(({ trainable }) => trainable) ? (
        <WeightStrip id={id} name={name} weights={weights} />
      ) : null}
      {isPlane && shape.length === 1 ? <UnitMapRow id={id} name={name} total={units} /> : null}
    </>
  );
}
