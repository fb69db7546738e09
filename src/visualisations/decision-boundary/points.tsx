import { memo } from 'react';
import type { Samples } from '../../core/samples.ts';
import { type Domain, toPicture } from '../../engine/pictures/plane.ts';

/** Side of the drawing in its own units. */
const SIDE = 300;
/** Up to this many points are large and carry their numbers. */
const LABELLED = 8;

/** The samples on top of the boundary: training points filled, test points as rings. */
export const Points = memo(function Points({
  train,
  test,
  domain,
  colourOf,
}: {
  train: Samples;
  test: Samples | undefined;
  domain: Domain;
  colourOf: (y: number) => string;
}) {
  const few = train.rows + (test?.rows ?? 0) <= LABELLED;
  return (
    <svg
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      className="pointer-events-none absolute inset-0 size-full"
      aria-hidden="true"
    >
      {[...rowsOf(train, false), ...(test ? rowsOf(test, true) : [])].map((row) => {
        const [u, v] = toPicture(domain, row.x, row.y);
        const colour = colourOf(row.label);
        return (
          <g key={row.key} data-point={row.isTest ? 'test' : 'train'}>
            <circle
              cx={u * SIDE}
              cy={v * SIDE}
              r={few ? 7 : row.isTest ? 3.4 : 3}
              fill={row.isTest ? 'var(--point-line)' : colour}
              stroke={row.isTest ? colour : 'var(--point-line)'}
              strokeWidth={few ? 2.5 : row.isTest ? 2 : 1}
            />
            {few ? (
              <text
                x={u * SIDE + (u > 0.5 ? -13 : 13)}
                y={v * SIDE + 4}
                textAnchor={u > 0.5 ? 'end' : 'start'}
                fontSize="13"
                fontWeight="600"
                fill="var(--point-ink)"
                stroke="var(--point-halo)"
                strokeWidth="2.5"
                paintOrder="stroke"
              >
                ({short(row.x)}, {short(row.y)}) → {short(row.label)}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
});

const short = (value: number): string => String(Math.round(value * 100) / 100).replace('-', '−');

const rowsOf = (samples: Samples, isTest: boolean) =>
  Array.from({ length: samples.rows }, (_, i) => ({
    key: `${isTest}${i}`,
    isTest,
    x: samples.x[2 * i] ?? 0,
    y: samples.x[2 * i + 1] ?? 0,
    label: samples.y[i] ?? 0,
  }));
