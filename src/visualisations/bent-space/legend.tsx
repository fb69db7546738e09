import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SamplesOnScreen } from '../../state/samples.ts';
import { Legend } from '../plane-legend.tsx';
import { useClassName } from '../use-class-name.ts';
import { traceMark } from './paint.ts';

/** What the marks and the lines mean. line: the layer that the separating line belongs to. */
export function BentLegend({
  samples,
  line,
  hasGrid,
}: {
  samples: SamplesOnScreen;
  line: string | undefined;
  hasGrid: boolean;
}) {
  const { t } = useTranslation();
  const classNameOf = useClassName();
  const { target } = samples.all.spec;
  if (target.type === 'numbers') return <Legend samples={{ ...samples, test: undefined }} />;
  return (
    <ul className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-3">
      {Array.from({ length: target.count }, (_, cls) => (
        <li key={`class ${cls + 1}`} className="flex items-center gap-1.5">
          <Mark cls={cls} />
          {t('spaces.cls', { name: classNameOf(cls) })}
        </li>
      ))}
      {hasGrid ? (
        <li className="flex items-center gap-1.5">
          <i className="h-px w-4 bg-line-strong" />
          {t('spaces.grid')}
        </li>
      ) : null}
      {line === undefined ? null : (
        <li className="flex items-center gap-1.5">
          <i className="h-[3px] w-4 rounded-full bg-accent" />
          {t('spaces.line', { name: line })}
        </li>
      )}
    </ul>
  );
}

function Mark({ cls }: { cls: number }) {
  const d = useMemo(() => {
    const parts: string[] = [];
    const path = {
      arc: (x: number, y: number, r: number) =>
        parts.push(`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`),
      moveTo: (x: number, y: number) => parts.push(`M${x} ${y}`),
      lineTo: (x: number, y: number) => parts.push(`L${x} ${y}`),
      closePath: () => parts.push('Z'),
    };
    traceMark(path, 7, 7, 5, cls);
    return parts.join('');
  }, [cls]);
  return (
    <svg width="14" height="14" aria-hidden="true">
      <path d={d} fill={`var(--class-${cls % 10})`} />
    </svg>
  );
}
