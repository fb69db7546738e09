import { useTranslation } from 'react-i18next';
import { placeName, type Shape } from '../../core/shape.ts';
import type { Sum, Term } from '../../engine/walk/sum.ts';
import { formatCount, formatTerm } from '../../ui/kit/format.ts';

/** Shape of one row of what a node gives. */
export type ShapeFor = (node: string) => Shape;

/** The products of a sum, line by line, and what they come to. */
export function SumTable({
  sum,
  heads,
  letter,
  shapeFor,
  withRows,
  added,
  result,
}: {
  sum: Sum;
  heads: readonly [string, string];
  /** What the numbers of the first column are called. */
  letter: string;
  shapeFor: ShapeFor;
  /** Lines are told by their row of the batch; by their place in it too, where a row has several. */
  withRows: boolean;
  /** What is added to the products, and what it is called. */
  added?: { readonly name: string; readonly value: number } | undefined;
  result: number;
}) {
  const { t } = useTranslation();
  const { terms, rest } = sum;
  const nameOf = ({ row, node, index }: Term): string => {
    const shape = shapeFor(node);
    // An image of one channel has rows and columns.
    const axes = shape.length > 1 && shape.at(-1) === 1 ? shape.slice(0, -1) : shape;
    const place = letter + placeName(axes, index);
    if (!withRows) return place;
    return shape.length > 1 ? `${row + 1} · ${place}` : String(row + 1);
  };
  const last = (name: string, value: number, strong = false) => (
    <tr className="border-t border-line">
      <td colSpan={3} className="pr-2 text-left font-sans text-ink-2">
        {name}
      </td>
      <td className={`pl-2 ${strong ? 'font-semibold' : ''}`}>{formatTerm(value)}</td>
    </tr>
  );
  return (
    <table className="num text-right text-[13px]" data-testid="walk-sum" data-total={sum.total}>
      <thead className="font-sans text-ink-3">
        <tr>
          <th className="pr-2 text-left font-normal">
            {withRows ? t('updateWalk.rowShort') : t('updateWalk.term')}
          </th>
          <th className="px-2 font-normal">{heads[0]}</th>
          <th className="px-2 font-normal">{heads[1]}</th>
          <th className="pl-2 font-normal">{t('updateWalk.product')}</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => {
          const { row, index, first, second } = term;
          return (
            <tr key={`${row} ${index} ${second}`} className="border-t border-line">
              <td className="pr-2 text-left whitespace-nowrap text-ink-3">{nameOf(term)}</td>
              <td className="px-2">{formatTerm(first)}</td>
              <td className="px-2">{formatTerm(second)}</td>
              <td className="pl-2">{formatTerm(first * second)}</td>
            </tr>
          );
        })}
        {rest.count > 0
          ? last(
              t('updateWalk.others', { count: rest.count, shown: formatCount(rest.count) }),
              rest.sum,
            )
          : null}
        {added ? last(added.name, added.value) : null}
        {last(t('updateWalk.total'), result, true)}
      </tbody>
    </table>
  );
}
