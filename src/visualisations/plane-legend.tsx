import { useTranslation } from 'react-i18next';
import type { SamplesOnScreen } from '../state/samples.ts';
import { formatFigure } from '../ui/kit/format.ts';
import { symmetricRange } from './plane-colouring.ts';

/** What the colours and the marks mean. `range`: what stands at the ends of the scale where it is no prediction. */
export function Legend({
  samples,
  range,
}: {
  samples: SamplesOnScreen;
  range?: readonly [number, number] | undefined;
}) {
  const { t } = useTranslation();
  const { target } = samples.all.spec;
  return (
    <div className="num flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-3">
      {range ? (
        <Ramp ends={range.map(formatFigure)} />
      ) : target.type === 'classes' && target.count > 2 ? (
        Array.from({ length: target.count }, (_, i) => (
          <span key={`class ${i + 1}`} className="flex items-center gap-1.5">
            <i className="size-3 rounded-sm" style={{ background: `var(--class-${i % 10})` }} />
            {i}
          </span>
        ))
      ) : (
        <Ramp
          ends={
            target.type === 'classes' ? ['0', '1'] : symmetricRange(samples.all.y).map(formatFigure)
          }
        />
      )}
      {samples.test ? (
        <>
          <span className="flex items-center gap-1.5">
            <i className="size-2.5 rounded-full bg-ink-2" />
            {t('boundary.train')}
          </span>
          <span className="flex items-center gap-1.5">
            <i className="size-2.5 rounded-full border-2 border-ink-2" />
            {t('boundary.test')}
          </span>
        </>
      ) : null}
    </div>
  );
}

function Ramp({ ends }: { ends: readonly string[] }) {
  return (
    <span className="flex min-w-40 flex-1 items-center gap-2">
      {ends[0]}
      <i
        className="h-1.5 flex-1 rounded-full"
        style={{ background: 'linear-gradient(90deg, var(--neg), var(--zero), var(--pos))' }}
      />
      {ends[1]}
    </span>
  );
}
