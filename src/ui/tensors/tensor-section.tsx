import { useTranslation } from 'react-i18next';
import { printShape, printValue } from '../../core/tensor/print-tensor.ts';
import { formatCount } from '../kit/format.ts';
import { Section } from '../kit/section.tsx';
import { TensorTable } from '../kit/tensor-table.tsx';
import { Remarks } from './remarks.tsx';
import { useTensor, useTensorWords } from './use-tensor.ts';

/** The result of a step in full: rank, shape and type, its axes from the outside in, and every value. */
export function TensorSection({ id, title }: { id: string; title?: string }) {
  const { t } = useTranslation();
  const words = useTensorWords();
  const { tensor, inputs } = useTensor(id);
  const name = title ?? t('tensor.title');
  if (!tensor) {
    return (
      <Section title={name}>
        <p className="text-ink-2">{t('tensor.none')}</p>
      </Section>
    );
  }
  const { dtype, shape, values } = tensor;
  const remark = t('tensor.values', { count: values.length, shown: formatCount(values.length) });
  return (
    <Section title={name} remark={remark}>
      <p className="num text-[13px] text-ink-2" data-testid="tensor-facts">
        {t('tensor.facts', { rank: shape.length, shape: printShape(shape), dtype })}
      </p>
      <Axes shape={shape} />
      <div className="max-h-96 overflow-auto">
        <TensorTable
          label={name}
          shape={shape}
          values={values}
          format={(value) => printValue(dtype, value)}
          words={words}
          tinted={dtype !== 'bool'}
        />
      </div>
      <div className="text-ink-2">
        <Remarks tensor={tensor} inputs={inputs} />
      </div>
    </Section>
  );
}

/** Each axis with its two names and its size. */
function Axes({ shape }: { shape: readonly number[] }) {
  const { t } = useTranslation();
  const last = shape.length - 1;
  if (last < 0) return <p className="mb-2 text-ink-3">{t('tensor.single')}</p>;
  return (
    <ol className="mt-1 mb-2 text-[13px] text-ink-3">
      {shape.map((size, axis) => (
        <li key={axis} className="flex gap-3">
          <span className="num w-24 shrink-0 text-ink-2">
            {`${t('tensor.axis', { axis })} (−${shape.length - axis})`}
          </span>
          <span className="num w-16 shrink-0">{t('tensor.size', { size })}</span>
          <span>
            {axis === 0 ? t('tensor.outermost') : axis === last ? t('tensor.innermost') : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}
