import type { Shape } from '../../core/shape.ts';
import { useCompilation } from '../../state/stores.ts';
import { UnitMapRow } from '../../visualisations/unit-maps/unit-maps.tsx';

/** What is drawn in a node while it trains, as far as there is something to draw. */
export function NodeStrips({ id, name, shape }: { id: string; name: string; shape: Shape }) {
  const isPlane = useCompilation(({ source }) => {
    const input = source?.spec.input;
    return input?.length === 1 && input[0] === 2;
  });
  const [units = 0] = shape;
  return (
    <>{isPlane && shape.length === 1 ? <UnitMapRow id={id} name={name} total={units} /> : null}</>
  );
}
