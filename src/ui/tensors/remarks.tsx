import { useTranslation } from 'react-i18next';
import { printShape, printValue } from '../../core/tensor/print-tensor.ts';
import type { CalculatedTensor, Tensor } from '../../core/tensor/tensor.ts';

/** Values of a cut-off mean that are written out. */
const WRITTEN = 3;

/** What a person should know of how a result came about: what was stretched, what was cut off. */
export function Remarks({
  tensor,
  inputs,
}: {
  tensor: CalculatedTensor;
  inputs: readonly Tensor[];
}) {
  const { t } = useTranslation();
  const { stretched = [], exact } = tensor;
  const means = exact?.slice(0, WRITTEN).map((value) => printValue('float32', value, 6));
  if (exact && exact.length > WRITTEN) means?.push('…');
  return (
    <>
      {stretched.map((axes, i) =>
        axes.length > 0 ? (
          <p key={i} data-remark="stretched" className="mt-1 leading-snug">
            {t('tensor.stretched', {
              shape: printShape(inputs[i]?.shape ?? []),
              axes: axes.join(', '),
            })}
          </p>
        ) : null,
      )}
      {means ? (
        <p data-remark="exact" className="mt-1 leading-snug">
          {t('tensor.exact', { exact: means.join(', ') })}
        </p>
      ) : null}
    </>
  );
}
