import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../core/samples.ts';
import type { WeightSpec } from '../../core/weights.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import { useCompilation, useStores } from '../../state/stores.ts';
import { formatCount } from '../kit/format.ts';
import { countWeights, weightArithmetic } from './arithmetic.ts';

const CalculationBody = lazy(async () => ({
  default: (await import('../tensors/calculation-body.tsx')).CalculationBody,
}));

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
  if (kind.role === 'source') return <SourceBody id={id} />;
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
    const total = formatCount(countWeights(weights));
    const arithmetic = weightArithmetic(weights);
    return (
      <span className="block">
        {t('canvas.parametersBefore')}
        <span className="num">{arithmetic === total ? total : `${arithmetic} = ${total}`}</span>
        {t('canvas.parametersAfter')}
      </span>
    );
  }
  return <span className="block truncate">{kind.help.formula}</span>;
}

function SourceBody({ id }: { id: string }) {
  const { t } = useTranslation();
  const words = useWords();
  const { datasets } = useStores().catalogue;
  const source = useCompilation((compilation) => compilation.source);
  if (source?.id !== id) return null;
  const dataset = datasets.get(source.dataset);
  if (!dataset) return null;
  const [axis] = source.spec.input;
  const flat = source.spec.input.length === 1;
  const { columns } = source.spec;
  const inputs = columns
    ? namesOf(columns.inputs)
    : flat
      ? axis === 1
        ? 'x'
        : axis === 2
          ? 'x₁ x₂'
          : `x₁ … x${axis}`
      : source.spec.input.join('×');
  const count = dataset.rows(source.options);
  const label = columns ? namesOf(columns.labels) : 'y';
  const shown = { count, shown: formatCount(count), inputs, label };
  const own = dataset.whenEmpty === 'no-table' ? source.options.table?.title : undefined;
  return (
    <>
      <span className="block truncate font-medium text-ink">{own || words(dataset.title)}</span>
      <span className="num block">
        {flat ? t('canvas.rows', shown) : t('canvas.images', shown)}
      </span>
    </>
  );
}

/** Names that fit on a node; of many, the first and the last. */
function namesOf(columns: readonly Column[]): string {
  const names = columns.map(({ name }) => name);
  const all = names.join(' ');
  if (all.length <= ROOM) return all;
  const [first = '', last = ''] = [names[0], names.at(-1)];
  return names.length > 1
    ? `${first.slice(0, ROOM / 2)} … ${last.slice(0, ROOM / 2)}`
    : `${first.slice(0, ROOM)}…`;
}

/** Characters of names that stand in one line of a node. */
const ROOM = 14;
