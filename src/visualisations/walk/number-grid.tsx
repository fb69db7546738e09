import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeOf } from '../../core/shape.ts';
import type { Place } from '../../engine/walk/anatomy.ts';
import type { TensorFacts } from '../../engine/walk/tensor-facts.ts';
import { formatCount, formatShare, formatTerm } from '../../ui/kit/format.ts';

/** Wider rows than this are summed up. */
const WIDE = 12;

/** All numbers of a tensor, one of them chosen; of many what they are like. */
export function NumberGrid({
  facts,
  place,
  isWeight,
  firstRow,
  onPlace,
}: {
  facts: TensorFacts;
  place: Place;
  /** A weight tensor has no rows of the batch. */
  isWeight: boolean;
  /** The row of the batch that the first line is. */
  firstRow: number;
  onPlace: (place: Place) => void;
}) {
  const { t } = useTranslation();
  const { numbers, shape, rows } = facts;
  const size = sizeOf(shape);
  const columns = isWeight ? (shape.length === 2 ? (shape[1] ?? 1) : size) : size;
  const lines = isWeight ? size / columns : rows;
  const at = isWeight ? place.index : (place.row - firstRow) * size + place.index;
  const frame = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which number is chosen, and among how many, is what this waits for
  useEffect(() => {
    const chosen = frame.current?.querySelector('[aria-pressed=true]')?.getBoundingClientRect();
    if (!frame.current || !chosen) return;
    const { left, right } = frame.current.getBoundingClientRect();
    frame.current.scrollLeft += Math.max(0, chosen.right - right) - Math.max(0, left - chosen.left);
  }, [at, columns, lines]);
  if (!numbers || columns > WIDE) return <Summary facts={facts} />;
  return (
    <div ref={frame} className="overflow-x-auto">
      <table
        aria-label={t('updateWalk.numbers')}
        className="num text-right text-[13px]"
        data-testid="walk-numbers"
      >
        <tbody>
          {Array.from({ length: lines }, (_, line) => (
            <tr key={line}>
              {isWeight ? null : (
                <th scope="row" className="pr-2 text-left font-normal text-ink-3">
                  {t('updateWalk.row', { number: firstRow + line + 1 })}
                </th>
              )}
              {Array.from({ length: columns }, (_, column) => {
                const i = line * columns + column;
                const value = numbers[i] ?? 0;
                return (
                  <td key={column}>
                    <button
                      type="button"
                      tabIndex={-1}
                      aria-pressed={i === at}
                      onClick={() =>
                        onPlace(
                          isWeight ? { row: 0, index: i } : { row: firstRow + line, index: column },
                        )
                      }
                      className={`min-w-[4.6rem] rounded px-1.5 text-right hover:bg-surface-2 ${
                        i === at ? 'bg-accent-soft font-semibold' : ''
                      }`}
                    >
                      {formatTerm(value)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Summary({ facts }: { facts: TensorFacts }) {
  const { t } = useTranslation();
  const { count, min, mean, max, zeros } = facts;
  return (
    <dl
      className="num grid grid-cols-[auto_1fr_auto_1fr] gap-x-3 gap-y-0.5 text-[13px]"
      data-testid="walk-summary"
    >
      <dt className="col-span-4 font-sans text-ink-2">
        {t('updateWalk.summary', { count: formatCount(count) })}
      </dt>
      {(
        [
          ['min', formatTerm(min)],
          ['mean', formatTerm(mean)],
          ['max', formatTerm(max)],
          ['zeros', formatShare(Math.round(zeros * 1000) / 1000)],
        ] as const
      ).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="font-sans text-ink-3">{t(`updateWalk.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
