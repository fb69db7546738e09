import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { WeightSpec } from '../../../core/weights.ts';
import { useWords } from '../../../i18n/use-words.ts';
import type { LayerKind } from '../../../layers/define-layer.ts';
import { useCompilation, useStores } from '../../../state/stores.ts';
import { formatCount } from '../../kit/format.ts';
import { countWeights, weightArithmetic } from './arithmetic.ts';
import { describeSource } from './source-text.ts';

const CalculationBody = lazy(async () => ({
  default: (await import('../../tensors/calculation-body.tsx')).CalculationBody,
}));

/**
 * One line beside the strips of distributions, and none where they have a word to say: then a node is no taller than
 * its row has room for.
 */
const body =
  'block group-has-data-judgement/body:hidden group-has-data-[testid=spread]/body:truncate';

/** The line below a node's name: its data, its parameters as arithmetic, its loss or its formula. */
export function NodeBody({
  id,
  kind,
  params,
  weights,
}: {
  id: string;
  kind: LayerKind;
  params: Readonly<Record<string, unknown>>;
  weights: readonly WeightSpec[];
}) {
  const { t } = useTranslation();
  const words = useWords();
  if (kind.role === 'source') {
    return kind.shape ? t('importing.shapeOnly') : <SourceBody id={id} />;
  }
  if (kind.role === 'objective') {
    const face = kind.face(params);
    return face ? words(face) : null;
  }
  if (kind.role === 'calculation') {
    return (
      <Suspense fallback={<span className="block h-24" />}>
        <CalculationBody id={id} kind={kind} />
      </Suspense>
    );
  }
  if (weights.length > 0) {
    const count = countWeights(weights);
    const total = formatCount(count);
    const arithmetic = weightArithmetic(weights);
    return (
      <span className={body}>
        {t('canvas.parametersBefore')}
        <span className="num">{arithmetic === total ? total : `${arithmetic} = ${total}`}</span>
        {t('canvas.parametersAfter', { count })}
      </span>
    );
  }
  return <span className={`${body} truncate`}>{kind.help.formula}</span>;
}

function SourceBody({ id }: { id: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const { datasets } = useStores().catalogue;
  const source = useCompilation((compilation) => compilation.source);
  if (source?.id !== id) return null;
  const dataset = datasets.get(source.dataset);
  if (!dataset) return null;
  const { title, holds } = describeSource(source, dataset, t, words);
  return (
    <>
      <span className="block truncate font-medium text-ink">{title}</span>
      <span className="num block">{holds}</span>
    </>
  );
}
