/** How much of a tensor is drawn. */
export interface TensorRoom {
  readonly blocks: number;
  readonly rows: number;
  readonly columns: number;
}

/** How a table of a tensor speaks; axes are counted from the outside in. */
export interface TensorWords {
  readonly axis: (axis: number) => string;
  readonly more: (count: number) => string;
}

interface TensorTableProps {
  readonly label: string;
  readonly shape: readonly number[];
  /** The last axis fastest. */
  readonly values: ArrayLike<number>;
  readonly format: (value: number) => string;
  readonly words: TensorWords;
  readonly room?: TensorRoom;
  /** Without headings, and blocks named by their place alone: for small spaces. */
  readonly brief?: boolean;
  /** Values that are repeated from another place. */
  readonly pale?: (index: number) => boolean;
  /** Paints values on the diverging scale. */
  readonly tinted?: boolean;
}

/** Enough to look at; the rest is counted. */
const FULL: TensorRoom = { blocks: 40, rows: 60, columns: 40 };

/**
 * Any tensor in numbers: the last axis runs to the right, the one before it down, and each place of the axes
 * further out is a block of its own.
 */
export function TensorTable(props: TensorTableProps) {
  const { label, shape, values, words, room = FULL, brief = false } = props;
  const outer = shape.slice(0, -2);
  const size = (shape.at(-1) ?? 1) * (shape.at(-2) ?? 1);
  const blocks = outer.reduce((product, each) => product * each, 1);
  const shown = Math.min(blocks, room.blocks);
  const cells =
    shown * Math.min(shape.at(-2) ?? 1, room.rows) * Math.min(shape.at(-1) ?? 1, room.columns);
  let reach = 0;
  for (let i = 0; i < values.length; i++) {
    const far = Math.abs(values[i] ?? 0);
    if (far > reach && far < Number.POSITIVE_INFINITY) reach = far;
  }
  const hidden = values.length - cells;
  return (
    <figure aria-label={label} className={brief ? 'm-0' : 'm-0 overflow-x-auto pb-1'}>
      {Array.from({ length: shown }, (_, block) => (
        <div
          key={block}
          className={brief ? 'mt-0.5 flex items-center gap-1' : outer.length > 0 ? 'mt-2' : ''}
        >
          {outer.length > 0 ? (
            <div className="num text-[13px] text-ink-3">
              {blockName(outer, block, words, brief)}
            </div>
          ) : null}
          <Block {...props} room={room} brief={brief} start={block * size} reach={reach || 1} />
        </div>
      ))}
      {hidden > 0 ? <div className="num text-[13px] text-ink-3">{words.more(hidden)}</div> : null}
    </figure>
  );
}

/** Where a block stands: `axis 0 = 1 · axis 1 = 0`, or `[1, 0]`. */
function blockName(
  outer: readonly number[],
  block: number,
  { axis: name }: TensorWords,
  brief: boolean,
): string {
  let left = block;
  const place = outer.map(() => 0);
  for (let axis = outer.length - 1; axis >= 0; axis--) {
    place[axis] = left % (outer[axis] ?? 1);
    left = Math.floor(left / (outer[axis] ?? 1));
  }
  if (brief) return `[${place.join(', ')}]`;
  return place.map((at, axis) => `${name(axis)} = ${at}`).join(' · ');
}

/** The last two axes: one table. */
function Block({
  shape,
  values,
  format,
  words,
  room = FULL,
  brief,
  pale,
  tinted = true,
  start,
  reach,
}: TensorTableProps & { readonly start: number; readonly reach: number }) {
  const columns = shape.at(-1) ?? 1;
  const rows = shape.length > 1 ? (shape.at(-2) ?? 1) : 1;
  const across = Math.min(columns, room.columns);
  const down = Math.min(rows, room.rows);
  const headed = !brief && shape.length > 0;
  return (
    <table className="num border-separate border-spacing-px text-[13px] leading-5">
      {headed ? (
        <thead className="text-ink-3">
          <tr>
            {shape.length > 1 ? <td /> : null}
            <th
              scope="colgroup"
              colSpan={across}
              className="pl-1.5 text-left font-normal whitespace-nowrap"
            >
              {`${words.axis(shape.length - 1)} →`}
            </th>
          </tr>
          <tr>
            {shape.length > 1 ? (
              <th scope="colgroup" className="pr-1.5 text-left font-normal whitespace-nowrap">
                {`${words.axis(shape.length - 2)} ↓`}
              </th>
            ) : null}
            {Array.from({ length: across }, (_, column) => (
              <th key={column} scope="col" className="px-1.5 text-right font-normal">
                {column}
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody>
        {Array.from({ length: down }, (_, row) => (
          <tr key={row}>
            {headed && shape.length > 1 ? (
              <th scope="row" className="pr-1.5 text-right font-normal text-ink-3">
                {row}
              </th>
            ) : null}
            {Array.from({ length: across }, (_, column) => {
              const index = start + row * columns + column;
              const value = values[index] ?? 0;
              const repeated = pale?.(index) ?? false;
              return (
                <td
                  key={column}
                  data-repeated={repeated || undefined}
                  className={`min-w-6 rounded-sm px-1 text-right ${repeated ? 'text-ink-3 opacity-55' : ''}`}
                  style={tinted ? { background: tint(value / reach) } : undefined}
                >
                  {format(value)}
                </td>
              );
            })}
            {across < columns ? <td className="text-ink-3">…</td> : null}
          </tr>
        ))}
        {down < rows ? (
          <tr>
            <td className="text-ink-3">⋮</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

/** A share from −1 to 1 on the diverging scale, faint enough to read numbers on it. */
function tint(share: number): string {
  const token = share < 0 ? '--neg' : '--pos';
  const part = Math.round(34 * Math.min(1, Math.abs(share))) || 0;
  return `color-mix(in oklab, var(${token}) ${part}%, var(--surface-2))`;
}
