import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeOf } from '../../core/shape.ts';
import { stretch } from '../../core/tensor/broadcast.ts';
import { printShape, printValue } from '../../core/tensor/print-tensor.ts';
import { placeOf, type Tensor } from '../../core/tensor/tensor.ts';
import type { CalculationKind } from '../../layers/define-layer.ts';
import { FIGURES } from '../canvas/wires/wire-text.ts';
import { TensorTable } from '../kit/tensor-table.tsx';
import { Remarks } from './remarks.tsx';
import { useTensor, useTensorWords } from './use-tensor.ts';

/** What fits into a node. */
const ROOM = { blocks: 4, rows: 4, columns: 4 };
/** Values up to which stretched operands are drawn. */
const DRAWN = 9;

/** A step of a calculation on the canvas: the shapes that meet, the result in numbers, what was stretched. */
export function CalculationBody({ id, kind }: { id: string; kind: CalculationKind }) {
  const { t } = useTranslation();
  const { tensor, inputs } = useTensor(id);
  if (!tensor) return <span className="block truncate">{kind.help.formula}</span>;
  const { dtype, shape, stretched } = tensor;
  const drawn = stretched && shape.length <= 2 && sizeOf(shape) <= DRAWN;
  const sign = kind.sign ?? ',';
  return (
    <>
      {inputs.length > 0 ? (
        <div className="num leading-snug tracking-tight" data-testid="shapes">
          {`${inputs.map((input) => printShape(input.shape)).join(kind.sign ? ` ${sign} ` : ', ')} → ${printShape(shape)}`}
        </div>
      ) : null}
      <div className="mt-1 flex flex-wrap items-center gap-x-1" data-testid="tensor">
        {drawn
          ? inputs.map((input, i) => (
              <Fragment key={i}>
                {i > 0 ? <span className="num text-ink-3">{sign}</span> : null}
                <Numbers
                  label={t('tensor.input', { place: i + 1 })}
                  tensor={stretch(input, shape)}
                  repeated={stretched[i] ?? []}
                />
              </Fragment>
            ))
          : null}
        {drawn ? <span className="num text-ink-3">=</span> : null}
        <Numbers label={t('tensor.title')} tensor={tensor} />
      </div>
      <Remarks tensor={tensor} inputs={inputs} />
      <div className="mt-1 text-ink-3">{t('tensor.onNode', { rank: shape.length, dtype })}</div>
    </>
  );
}

function Numbers({
  label,
  tensor: { dtype, shape, values },
  repeated = [],
}: {
  label: string;
  tensor: Tensor;
  /** Axes along which all but the first place are repetitions. */
  repeated?: readonly number[];
}) {
  const words = useTensorWords();
  return (
    <TensorTable
      label={label}
      shape={shape}
      values={values}
      format={(value) => printValue(dtype, value, FIGURES)}
      words={words}
      room={ROOM}
      brief
      tinted={dtype !== 'bool'}
      pale={(index) => {
        const place = placeOf(shape, index);
        return repeated.some((axis) => (place[axis] ?? 0) > 0);
      }}
    />
  );
}
