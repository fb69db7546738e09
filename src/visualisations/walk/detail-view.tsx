import { useTranslation } from 'react-i18next';
import type { IrNode } from '../../compiler/ir.ts';
import { lossFormula } from '../../core/loss.ts';
import { frozenAt } from '../../document/frozen.ts';
import { shapeOf } from '../../engine/walk/anatomy.ts';
import type { Detail } from '../../engine/walk/detail.ts';
import { useDocument } from '../../state/stores.ts';
import { formatTerm } from '../../ui/kit/format.ts';
import { Formula } from '../../ui/kit/formula.tsx';
import type { WalkPicture } from './probe.ts';
import { useStageText } from './stage-text.ts';
import { type ShapeFor, SumTable } from './sum-table.tsx';
import {
  answerTex,
  madeTex,
  outputLetter,
  slopeTex,
  stepTex,
  sumTex,
  texNumber,
  valueTex,
  weightTex,
} from './tex.ts';
import type { useWalk } from './use-walk.ts';

type Way = NonNullable<ReturnType<typeof useWalk>>;
type DetailOf<Type extends Detail['type']> = Extract<Detail, { type: Type }>;

/** The formula of a stop, with letters and with the numbers of the chosen place. */
export function DetailView({
  way: { stage, ir },
  picture: { detail, loss, place },
  tensor,
}: {
  way: Way;
  picture: WalkPicture;
  tensor: string;
}) {
  const nodeOf = (id: string) => ir.nodes.find((node) => node.id === id);
  const shapeFor = (id: string) => shapeOf({ ir }, id);
  switch (detail.type) {
    case 'value':
      return 'node' in stage ? (
        <Value detail={detail} node={nodeOf(stage.node)} shapeFor={shapeFor} />
      ) : null;
    case 'cost':
      return <Cost detail={detail} loss={loss} formula={lossFormula(ir.loss.spec)} />;
    case 'answer': {
      const [letters, numbers] = answerTex(detail);
      return <Formulas letters={letters} numbers={numbers} />;
    }
    case 'slope':
      return <Slope detail={detail} nodeOf={nodeOf} shapeFor={shapeFor} />;
    case 'weight':
      return (
        <Weight
          detail={detail}
          node={'node' in stage ? nodeOf(stage.node) : undefined}
          tensor={tensor}
          shapeFor={shapeFor}
        />
      );
    case 'update':
      return 'tensor' in stage ? (
        <Update
          detail={detail}
          node={nodeOf(stage.node)}
          tensor={stage.tensor}
          index={place.index}
        />
      ) : null;
    case 'done':
      return null;
    default:
      return null;
  }
}

function Formulas({
  letters,
  numbers,
}: {
  letters: string | undefined;
  numbers: string | undefined;
}) {
  return (
    <div className="overflow-x-auto text-[13px]" data-testid="walk-formula">
      {letters ? <Formula tex={letters} display /> : null}
      {numbers ? <Formula tex={numbers} display /> : null}
    </div>
  );
}

function Unknown() {
  const { t } = useTranslation();
  return <p className="text-[13px] text-ink-3">{t('updateWalk.about.unknown')}</p>;
}

function Value({
  detail: { value, origin },
  node,
  shapeFor,
}: {
  detail: DetailOf<'value'>;
  node: IrNode | undefined;
  shapeFor: ShapeFor;
}) {
  const { t } = useTranslation();
  if (!node) return null;
  const { derivative } = node;
  if (!derivative || !origin) return <Unknown />;
  const { sum, bias, from, columns } = origin;
  const numbers = sum
    ? sumTex(sum, bias, value)
    : from
      ? (madeTex(derivative, from, columns, value) ?? `y = ${texNumber(value)}`)
      : `y = ${texNumber(value)}`;
  return (
    <>
      <Formulas letters={valueTex(derivative)} numbers={numbers} />
      {derivative.of === 'mask' ? (
        <p className="text-[13px] text-ink-3">{t('updateWalk.about.draws')}</p>
      ) : null}
      {sum && !numbers ? (
        <SumTable
          sum={sum}
          heads={[t('updateWalk.value'), t('updateWalk.weight')]}
          letter="x"
          shapeFor={shapeFor}
          withRows={false}
          added={bias === undefined ? undefined : { name: t('updateWalk.bias'), value: bias }}
          result={value}
        />
      ) : null}
    </>
  );
}

/** Answers of so many numbers are told one by one. */
const NARROW = 3;

function Cost({
  detail: { rows },
  loss,
  formula,
}: {
  detail: DetailOf<'cost'>;
  loss: number;
  formula: string;
}) {
  const { t } = useTranslation();
  const list = (numbers: readonly number[]): string =>
    numbers.length <= NARROW ? numbers.map(formatTerm).join(', ') : '…';
  return (
    <>
      <p className="num text-[13px]">{formula}</p>
      <table className="num self-start text-right text-[13px]" data-testid="walk-loss">
        <thead className="text-ink-3">
          <tr>
            <th className="pr-3 text-left font-sans font-normal">{t('updateWalk.rowShort')}</th>
            <th className="px-3 font-normal">{t('updateWalk.answer')}</th>
            <th className="px-3 font-normal">{t('updateWalk.label')}</th>
            <th className="pl-3 font-sans font-normal">{t('updateWalk.loss')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, output, target, loss: own }) => (
            <tr key={row} className="border-t border-line">
              <td className="pr-3 text-left text-ink-3">{row + 1}</td>
              <td className="px-3">{list(output)}</td>
              <td className="px-3">{list(target)}</td>
              <td className="pl-3">{formatTerm(own)}</td>
            </tr>
          ))}
          <tr className="border-t border-line-strong font-semibold">
            <td colSpan={3} className="pr-3 text-left font-sans">
              {t('updateWalk.meanLoss')}
            </td>
            <td className="pl-3">{formatTerm(loss)}</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

function Slope({
  detail: { value, shares, others },
  nodeOf,
  shapeFor,
}: {
  detail: DetailOf<'slope'>;
  nodeOf: (id: string) => IrNode | undefined;
  shapeFor: ShapeFor;
}) {
  const { t } = useTranslation();
  const { titleOf } = useStageText();
  const [here] = shares;
  const derivative = here && nodeOf(here.to)?.derivative;
  const readers = shares.length + others;
  if (!here) return null;
  const numbers = here.sum && sumTex(here.sum, undefined, here.sum.total);
  return (
    <>
      {derivative && here.sum ? (
        <Formulas letters={slopeTex(derivative)} numbers={numbers} />
      ) : (
        <Unknown />
      )}
      {here.sum && !numbers && here.sum.terms.length > 0 ? (
        <SumTable
          sum={here.sum}
          heads={[t('updateWalk.slopeBehind'), t('updateWalk.ownSlope')]}
          letter={outputLetter(derivative)}
          shapeFor={shapeFor}
          withRows={false}
          result={here.sum.total}
        />
      ) : null}
      {readers > 1 ? (
        <div className="text-[13px]" data-testid="walk-branches">
          <p className="text-ink-2">
            {t('updateWalk.about.branches', { count: readers })}{' '}
            {others > 0 ? t('updateWalk.about.missing', { count: others }) : null}
          </p>
          <dl className="num grid grid-cols-[1fr_auto] gap-x-3">
            {shares.map((share) => (
              <div key={share.to} className="contents">
                <dt className="font-sans text-ink-2">
                  {t('updateWalk.through', { name: titleOf(share.to) })}
                </dt>
                <dd>{share.value === undefined ? '?' : formatTerm(share.value)}</dd>
              </div>
            ))}
            {others === 0 ? (
              <>
                <dt className="font-sans">{t('updateWalk.total')}</dt>
                <dd className="font-semibold">{formatTerm(value)}</dd>
              </>
            ) : null}
          </dl>
        </div>
      ) : null}
    </>
  );
}

/** A penalty that is less than this share of a gradient is rounding. */
const ROUNDING = 1e-5;

function Weight({
  detail: { value, sum, penalty },
  node,
  tensor,
  shapeFor,
}: {
  detail: DetailOf<'weight'>;
  node: IrNode | undefined;
  tensor: string;
  shapeFor: ShapeFor;
}) {
  const { t } = useTranslation();
  if (!sum) return <Unknown />;
  const largest = sum.terms.reduce((most, { first, second }) => most + Math.abs(first * second), 0);
  const isReal = Math.abs(penalty) > ROUNDING * Math.max(largest, Math.abs(value));
  const added = isReal ? { name: t('updateWalk.penalty'), value: penalty } : undefined;
  return (
    <>
      <Formulas
        letters={weightTex(node?.derivative, tensor)}
        numbers={sumTex(sum, added?.value, value)}
      />
      <SumTable
        sum={sum}
        heads={[t('updateWalk.slopeBehind'), t('updateWalk.wentIn')]}
        letter={outputLetter(node?.derivative)}
        shapeFor={shapeFor}
        withRows
        added={added}
        result={value}
      />
    </>
  );
}

function Update({
  detail: { weight, gradient, after },
  node,
  tensor,
  index,
}: {
  detail: DetailOf<'update'>;
  node: IrNode | undefined;
  tensor: number;
  index: number;
}) {
  const { t } = useTranslation();
  const { optimizer, frozen } = useDocument(({ document }) => document.training);
  const { type, learningRate } = optimizer;
  const spec = node?.weights[tensor];
  if (node && spec && frozenAt(frozen, node.id, spec.name, spec.shape).includes(index)) {
    return (
      <p className="text-[13px]" data-testid="walk-frozen">
        {t('updateWalk.frozen', { value: formatTerm(weight) })}
      </p>
    );
  }
  const next = after ?? Math.fround(weight - learningRate * gradient);
  if (type === 'sgd') {
    return <Formulas letters={undefined} numbers={stepTex(weight, gradient, learningRate, next)} />;
  }
  return (
    <dl className="num grid grid-cols-[1fr_auto] gap-x-3 text-[13px]" data-testid="walk-formula">
      <dt className="font-sans text-ink-2">{t('updateWalk.gradient')}</dt>
      <dd>{formatTerm(gradient)}</dd>
      <dt className="font-sans text-ink-2">{t('updateWalk.before')}</dt>
      <dd>{formatTerm(weight)}</dd>
      {after === undefined ? null : (
        <>
          <dt className="font-sans text-ink-2">{t('updateWalk.after')}</dt>
          <dd>{formatTerm(after)}</dd>
        </>
      )}
    </dl>
  );
}
