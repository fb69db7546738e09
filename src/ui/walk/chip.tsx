import { sizeOf } from '../../core/shape.ts';
import type { TensorFacts } from '../../engine/walk/tensor-facts.ts';
import { formatTerm } from '../kit/format.ts';
import type { Label } from './reached.ts';

/** Lines and columns that fit beside a node. */
const LINES = 4;
const COLUMNS = 4;

/** Numbers of tensors at a node or a wire, side by side; those of the stop at hand stand out. */
export function Chip({
  columns,
  isHere,
}: {
  columns: readonly (readonly Label[])[];
  isHere: boolean;
}) {
  return (
    <div
      className={`num flex w-max gap-2.5 rounded-md border bg-surface px-1.5 py-0.5 text-[12px] leading-[15px] shadow-card ${
        isHere ? 'border-accent text-ink' : 'border-line text-ink-2'
      }`}
    >
      {columns.map((labels) => (
        <div key={labels.map(({ letter }) => letter).join()}>
          {labels.map(({ letter, facts, after }) => (
            <div key={letter} className="flex gap-1">
              {letter ? <span className="text-ink-3">{letter}</span> : null}
              <Numbers facts={after ?? facts} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** How many numbers of a tensor stand side by side. */
export function columnsIn({ shape, rows }: TensorFacts): number {
  const size = sizeOf(shape);
  return rows === 1 && shape.length === 2 ? (shape[1] ?? 1) : size;
}

function Numbers({ facts }: { facts: TensorFacts }) {
  const { numbers, count, mean } = facts;
  const columns = columnsIn(facts);
  const lines = count / columns;
  if (!numbers || columns > COLUMNS || lines > LINES) {
    return <span className="whitespace-nowrap">⌀ {formatTerm(mean)}</span>;
  }
  return (
    <div
      className="grid gap-x-1.5 text-right"
      style={{ gridTemplateColumns: `repeat(${columns}, auto)` }}
    >
      {Array.from(numbers, (value, i) => (
        <span
          key={i}
          className="whitespace-nowrap"
          style={{
            boxShadow: value === 0 ? 'none' : `inset 0 -2px var(--${value > 0 ? 'pos' : 'neg'})`,
          }}
        >
          {formatTerm(value)}
        </span>
      ))}
    </div>
  );
}
