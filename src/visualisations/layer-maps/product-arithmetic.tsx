import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatTerm } from '../../ui/kit/format.ts';
import type { LayerMapsPicture, TensorPicture } from './probe.ts';

/** Terms that are written out; the others are summed up. */
const LISTED = 8;

/** How one unit of a dense layer comes about: its strongest terms, the rest, the bias. */
export function ProductArithmetic({
  picture,
  input,
  unit,
  name,
  after,
}: {
  picture: LayerMapsPicture;
  input: TensorPicture;
  unit: number;
  /** What the unit is called. */
  name: string;
  after: { readonly name: string; readonly value: number } | undefined;
}) {
  const { t } = useTranslation();
  const [kernel, bias] = picture.weights;
  const { terms, rest, total } = useMemo(() => productTerms(input, kernel), [input, kernel]);
  const shift = bias?.values[unit];
  return (
    <div className="num text-[13px]" data-testid="product" data-result={total + (shift ?? 0)}>
      <p className="mb-1 font-sans text-ink-2">{t('look.product', { name })}</p>
      <table className="text-right">
        <thead className="text-ink-3">
          <tr>
            <th className="px-2 font-normal">{t('look.input')}</th>
            <th className="px-2 font-normal">x</th>
            <th className="px-2 font-normal">w</th>
            <th className="px-2 font-normal">x · w</th>
          </tr>
        </thead>
        <tbody>
          {terms.map(({ at, x, w }) => (
            <tr key={at} className="border-t border-line">
              <td className="px-2 text-ink-3">{at + 1}</td>
              <td className="px-2">{formatTerm(x)}</td>
              <td className="px-2">{formatTerm(w)}</td>
              <td className="px-2">{formatTerm(x * w)}</td>
            </tr>
          ))}
          {rest.count > 0 ? (
            <Sum
              name={t('look.others', { count: rest.count, shown: formatCount(rest.count) })}
              value={rest.sum}
            />
          ) : null}
          {shift === undefined ? null : <Sum name={t('look.bias')} value={shift} />}
          <Sum name={t('look.result')} value={total + (shift ?? 0)} strong />
          {after ? <Sum name={after.name} value={after.value} strong /> : null}
        </tbody>
      </table>
    </div>
  );
}

function Sum({ name, value, strong = false }: { name: string; value: number; strong?: boolean }) {
  return (
    <tr className="border-t border-line">
      <td colSpan={3} className="px-2 font-sans text-ink-2">
        {name}
      </td>
      <td className={`px-2 ${strong ? 'font-semibold' : ''}`}>{formatTerm(value)}</td>
    </tr>
  );
}

/** The terms of Σ x·w for one unit, strongest first, and the sum of those that are not listed. */
function productTerms(input: TensorPicture, column: TensorPicture | undefined) {
  const all = Array.from(input.values, (x, at) => ({
    at,
    x,
    w: column?.values[at] ?? 0,
  }));
  const total = all.reduce((sum, { x, w }) => sum + x * w, 0);
  const terms = all.toSorted((a, b) => Math.abs(b.x * b.w) - Math.abs(a.x * a.w)).slice(0, LISTED);
  const listed = terms.reduce((sum, { x, w }) => sum + x * w, 0);
  return { terms, total, rest: { count: all.length - terms.length, sum: total - listed } };
}
