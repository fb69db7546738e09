import { useTranslation } from 'react-i18next';
import { isTrainable } from '../../compiler/ir.ts';
import { sizeOf } from '../../core/shape.ts';
import { formatTerm } from '../../ui/kit/format.ts';
import { useClassName } from '../use-class-name.ts';
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
  const nameOf = useClassName();
  const { reading, node, network, titleOf, after, setUnit } = layer;
  const relabels = reading?.how === 'relabel';
  // Of a long row the strongest number is worth a look first.
  const first = relabels ? peakOf(picture.output.values) : 0;
  const unit = Math.min(layer.unit ?? first, sizeOf(picture.output.shape) - 1);
  const { target } = network?.source.spec ?? {};
  const isClasses =
    (layer.isOutput || reading?.how === 'shares') &&
    target?.type === 'classes' &&
    target.count === sizeOf(picture.output.shape);
  const name = isClasses
    ? t('look.classNamed', { name: nameOf(unit) })
    : t('look.unitNamed', { number: unit + 1 });
  const squashes =
    layer.isOutput &&
    isClasses &&
    network !== undefined &&
    isTrainable(network) &&
    network.loss.spec.on === 'logits' &&
    target.count > 1;
  const [input] = picture.inputs;
  const follows =
    after !== undefined && picture.after
      ? { name: titleOf(after), value: picture.after.values[unit] ?? 0 }
      : undefined;
  return (
    <div className="flex flex-col gap-4">
      <UnitBars tensor={picture.output} chosen={unit} areClasses={isClasses} onChoose={setUnit} />
      {reading?.how === 'product' && input && picture.unit === unit ? (
        <ProductArithmetic
          picture={picture}
          input={input}
          unit={unit}
          name={name}
          after={follows}
        />
      ) : null}
      {reading?.how === 'shares' && input ? <SharesArithmetic input={input} /> : null}
      {squashes ? (
        <div>
          <p className="mb-1 text-[13px] text-ink-2">{t('look.lossShares')}</p>
          <SharesArithmetic input={picture.output} />
        </div>
      ) : null}
      {reading?.how === 'relabel' && input && input.shape.length === 3 ? (
        <RelabelPicture input={input} unit={unit} onChoose={setUnit} />
      ) : null}
      {reading?.how === 'each' && input ? (
        <p className="num text-[13px] text-ink-2">
          {t('look.unitFrom', {
            unit: unit + 1,
            from: picture.inputs.map(({ values }) => formatTerm(values[unit] ?? 0)).join(', '),
            to: formatTerm(picture.output.values[unit] ?? 0),
          })}
        </p>
      ) : null}
      {node ? null : <p className="text-ink-2">{t('look.source')}</p>}
    </div>
  );
}

/** Where the number of the largest size is. */
function peakOf(values: Float32Array): number {
  let at = 0;
  values.forEach((value, i) => {
    if (Math.abs(value) > Math.abs(values[at] ?? 0)) at = i;
  });
  return at;
}
