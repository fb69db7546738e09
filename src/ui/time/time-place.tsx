import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompilation, useDocument, useRun, useStudy } from '../../state/stores.ts';
import { BAR_PLACE } from './bar-place.ts';
import { useEmptyText } from './use-empty-text.ts';

const TimeBar = lazy(async () => ({ default: (await import('./time-bar.tsx')).TimeBar }));

/**
 * The place of the bar of time. It is there as soon as the network can be trained, and stays while a mistake is
 * mended, so that nothing moves when training begins; the bar itself comes with the first update.
 */
export function TimePlace() {
  const trains = useCompilation(({ ir }) => ir !== undefined);
  const origin = useDocument((state) => state.origin);
  const [trained, setTrained] = useState<number>();
  const moves = useRun(({ frame }) => {
    const recording = frame?.recording;
    return recording !== undefined && recording.end > recording.first;
  });
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (trains) setTrained(origin);
  }, [trains, origin]);
  useEffect(() => {
    if (moves) setWanted(true);
  }, [moves]);
  if (!trains && trained !== origin) return null;
  return wanted ? (
    <Suspense fallback={<EmptyPlace />}>
      <TimeBar />
    </Suspense>
  ) : (
    <EmptyPlace />
  );
}

/** On a phone that lies on its side there is no height to give away beforehand. */
function EmptyPlace() {
  const { t } = useTranslation();
  const text = useEmptyText();
  const presenting = useStudy((study) => study.presenting);
  return (
    <section
      aria-label={t('time.label')}
      data-runs
      className={`${BAR_PLACE} bg-surface [@media(max-height:480px)]:hidden ${presenting ? 'scale-stage' : ''}`}
    >
      <span className="truncate text-[13px] text-ink-3">{text}</span>
    </section>
  );
}
