import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeOf } from '../../core/shape.ts';
import type { LayerMapsPicture } from './probe.ts';
import { ProductArithmetic } from './product-arithmetic.tsx';
import { RelabelPicture } from './relabel-picture.tsx';
import { SharesArithmetic } from './shares-arithmetic.tsx';
import { UnitBars } from './unit-bars.tsx';
import type { useLayer } from './use-layer.ts';

/** A layer that gives a row of numbers: its units, and how the chosen one comes about. */
export function RowLayer({
  layer,
  picture,
}: {
  layer: ReturnType<typeof useLayer>;
  picture: LayerMapsPicture;
}) {
  const { t } = useTranslation();
  const { reading, node, titleOf, after } = layer;
  const [chosen, setChosen] = useState(0);
  const unit = Math.min(chosen, sizeOf(picture.output.shape) - 1);
  const [input] = picture.inputs;
  const follows =
    after !== undefined && picture.after
      ? { name: titleOf(after), value: picture.after.values[unit] ?? 0 }
      : undefined;
  return (
    <div className="flex flex-col gap-4">
      <UnitBars tensor={picture.output} chosen={unit} onChoose={setChosen} />
      {reading?.how === 'product' && input ? (
        <ProductArithmetic picture={picture} input={input} unit={unit} after={follows} />
      ) : null}
      {reading?.how === 'shares' && input ? (
        <SharesArithmetic input={input} output={picture.output} />
      ) : null}
      {reading?.how === 'relabel' && input && input.shape.length === 3 ? (
        <RelabelPicture input={input} unit={unit} onChoose={setChosen} />
      ) : null}
      {reading?.how === 'each' && input ? (
        <p className="num text-[13px] text-ink-2">
          {t('look.unitFrom', {
            unit: unit + 1,
            from: String(Number((input.values[unit] ?? 0).toPrecision(5))),
            to: String(Number((picture.output.values[unit] ?? 0).toPrecision(5))),
          })}
        </p>
      ) : null}
      {node ? null : <p className="text-ink-2">{t('look.source')}</p>}
    </div>
  );
}
