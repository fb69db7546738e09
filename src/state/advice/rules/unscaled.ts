import { count, figure, type Rule, text } from '../advice.ts';

/** Columns whose sizes differ by this factor cannot share a rate. */
const FAR_APART = 100;

/** One column of a table is many times as large as another: no rate suits both their weights. */
export const unscaled: Rule = {
  id: 'unscaled',
  wants: ({ ir, frame }) =>
    ir.source.preparation.columns?.rest === 'none' && hasBegun(frame) ? 'data' : undefined,
  judge: ({ ir, frame, known }) => {
    const { preparation, spec, id } = ir.source;
    const sizes = known.data?.sizes;
    if (preparation.columns?.rest !== 'none' || !sizes || !hasBegun(frame)) return undefined;
    const used = sizes.flatMap((size, column) => (size > 0 ? [{ size, column }] : []));
    const bySize = used.toSorted((a, b) => a.size - b.size);
    const [small, large] = [bySize[0], bySize.at(-1)];
    if (!small || !large || large.size < FAR_APART * small.size) return undefined;
    const name = (column: number): string => spec.columns?.inputs[column]?.name ?? `x${column + 1}`;
    return {
      figures: {
        large: text(name(large.column)),
        largeSize: figure(large.size),
        small: text(name(small.column)),
        smallSize: figure(small.size),
        times: count(Math.round(large.size / small.size)),
      },
      change: {
        code: 'scale',
        figures: {},
        commands: [{ type: 'setParams', id, params: { scaling: 'minMax' } }],
        startsOver: true,
      },
    };
  },
};

const hasBegun = ({ step, failure }: { step: number; failure: unknown }): boolean =>
  step > 0 || failure !== undefined;
