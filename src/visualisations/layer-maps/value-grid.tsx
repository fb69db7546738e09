import { cssColour } from '../../ui/kit/colours.ts';
import { useRamp } from '../../ui/kit/map-canvas.tsx';

/** Numbers in a grid, each on its colour. Padding is hatched, the winner of a pooling window framed. */
export function ValueGrid({
  title,
  values,
  columns,
  padded,
  winner,
}: {
  title: string;
  values: readonly number[];
  columns: number;
  padded?: readonly boolean[];
  winner?: number | undefined;
}) {
  const ramp = useRamp();
  const reach = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return (
    <figure className="m-0 max-w-full overflow-x-auto">
      <figcaption className="mb-0.5 text-[13px] text-ink-3">{title}</figcaption>
      <div
        className="num grid w-max gap-px text-[13px] leading-6"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(46px, auto))` }}
      >
        {values.map((value, i) => {
          const share = Math.max(-1, Math.min(1, value / reach));
          const [r, g, b] = ramp[Math.round(127.5 * (1 + 0.55 * share))] ?? [0, 0, 0];
          const isPadding = padded?.[i] ?? false;
          return (
            <span
              key={i}
              data-cell={i}
              className={`px-1 text-center ${isPadding ? 'text-ink-3' : ''} ${
                winner === i ? 'outline-2 -outline-offset-2 outline-accent' : ''
              }`}
              style={{
                background: isPadding
                  ? 'repeating-linear-gradient(45deg, var(--surface-2) 0 4px, var(--line) 4px 5px)'
                  : cssColour([r, g, b]),
              }}
            >
              {short(value)}
            </span>
          );
        })}
      </div>
    </figure>
  );
}

/** A number in at most six characters. */
function short(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e5) return String(value).replace('-', '−');
  const size = Math.abs(value);
  if (size >= 1e4 || (size > 0 && size < 1e-3)) return value.toExponential(0).replaceAll('-', '−');
  if (size >= 100) return value.toFixed(0).replace('-', '−');
  return value.toFixed(size >= 10 ? 1 : size >= 1 ? 2 : 3).replace('-', '−');
}
