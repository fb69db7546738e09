import { useTranslation } from 'react-i18next';
import { type Shape, sizeOf } from '../../core/shape.ts';
import type { Place } from '../../engine/walk/anatomy.ts';
import { NumberInput } from '../../ui/kit/number-input.tsx';

const axesOf = {
  1: ['unit'],
  2: ['from', 'to'],
  3: ['down', 'across', 'map'],
  4: ['down', 'across', 'from', 'to'],
} as const;

/** Which number of a tensor is looked at, axis by axis, counted from 1. */
export function PlaceFields({
  shape,
  rows,
  place,
  onPlace,
}: {
  shape: Shape;
  /** Rows to choose from; nothing where the row is given, or there are none. */
  rows: number | undefined;
  place: Place;
  onPlace: (place: Place) => void;
}) {
  const { t } = useTranslation();
  const axes = axesOf[shape.length as 1 | 2 | 3 | 4] ?? [];
  const steps = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
  const field = (name: string, value: number, max: number, onChange: (next: number) => void) => (
    <span key={name} className="flex items-center gap-1.5">
      <span className="text-ink-3">{name}</span>
      <NumberInput
        label={name}
        value={value}
        min={1}
        max={max}
        whole
        wrongText={t('inspector.whole', { min: 1, max })}
        onChange={onChange}
      />
    </span>
  );
  const fields = [
    ...(rows !== undefined && rows > 1
      ? [
          field(t('updateWalk.rowBox'), place.row + 1, rows, (next) =>
            onPlace({ ...place, row: next - 1 }),
          ),
        ]
      : []),
    ...shape.flatMap((side, axis) => {
      const name = axes[axis];
      const step = steps[axis] ?? 1;
      if (side < 2 || !name) return [];
      const now = Math.floor(place.index / step) % side;
      return [
        field(t(`updateWalk.axis.${name}`), now + 1, side, (next) =>
          onPlace({ ...place, index: place.index + (next - 1 - now) * step }),
        ),
      ];
    }),
  ];
  if (fields.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px]">
      <legend className="sr-only">{t('updateWalk.placeOf')}</legend>
      {fields}
    </fieldset>
  );
}
