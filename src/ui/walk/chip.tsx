import { sizeOf } from '../../core/shape.ts';
import type { TensorFacts } from '../../engine/walk/tensor-facts.ts';
import { formatTerm } from '../kit/format.ts';
import type { Label, NodeLabels } from './reached.ts';

/** Lines and columns that fit beside a node. */
const LINES = 4;
const COLUMNS = 4;

/** Numbers side by side that are hardly wider than a node. */
const ROOM = 4;

/** All that has come to a node, in lines of so many columns that they are hardly wider than it. */
export function linesOf({
  values,
  slopes,
  weights,
  updated,
}: NodeLabels): readonly (readonly (readonly Label[])[])[] {
  const columns = [values ? [values] : [], slopes ? [slopes] : [], weights, updated];
  const lines: (readonly Label[])[][] = [];
  let room = 0;
  for (const column of columns.filter(({ length }) => length > 0)) {
    const width = Math.max(...column.map(({ facts }) => widthOf(facts)));
    if (width > room) {
      lines.push([]);
      room = ROOM;
    }
    lines.at(-1)?.push(column);
    room -= width;
  }
  return lines;
}

/** Numbers of tensors at a node or a wire, in lines, side by side; those of the stop at hand stand out. */
export function Chip({
  lines,
  isHere,
}: {
  lines: readonly (readonly (readonly Label[])[])[];
  isHere: boolean;
}) {
  return (
    <div
      className={`num w-max rounded-md border bg-surface px-1.5 py-0.5 text-[12px] leading-[15px] shadow-card ${
        isHere ? 'border-accent text-ink' : 'border-line text-ink-2'
      }`}
    >
      {lines.map((columns) => (
        <div key={columns.map(nameOf).join()} className="flex gap-2.5">
          {columns.map((labels) => (
            <div key={nameOf(labels)}>
              {labels.map(({ letter, facts, after }) => (
                <div key={letter} className="flex gap-1">
                  {letter ? <span className="text-ink-3">{letter}</span> : null}
                  <Numbers facts={after ?? facts} />
                </div>
              ))}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

const nameOf = (labels: readonly Label[]): string => labels.map(({ letter }) => letter).join();

/** How many columns a tensor's numbers take; one that is too large shows its mean, as wide as two of them. */
const widthOf = (facts: TensorFacts): number => (isShown(facts) ? columnsIn(facts) : 2);

function isShown(facts: TensorFacts): boolean {
  const columns = columnsIn(facts);
  return facts.numbers !== undefined && columns <= COLUMNS && facts.count / columns <= LINES;
}

function columnsIn({ shape, rows }: TensorFacts): number {
  const size = sizeOf(shape);
  return rows === 1 && shape.length === 2 ? (shape[1] ?? 1) : size;
}

function Numbers({ facts }: { facts: TensorFacts }) {
  const { numbers, mean } = facts;
  const columns = columnsIn(facts);
  if (!numbers || !isShown(facts)) {
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
