import { lazy, Suspense, useEffect, useState } from 'react';
import { useCompilation, useRun } from '../../state/stores.ts';

const TimeBar = lazy(async () => ({ default: (await import('./time-bar.tsx')).TimeBar }));

/** The bar of time, from the first update on that can be gone back to: once there, it stays. */
export function TimePlace() {
  const trains = useCompilation(({ ir }) => ir !== undefined);
  const moves = useRun(({ frame }) => {
    const recording = frame?.recording;
    return recording !== undefined && recording.end > recording.first;
  });
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (moves) setWanted(true);
  }, [moves]);
  return wanted && trains ? (
    <Suspense
      fallback={<div className="h-9 border-t border-line bg-surface pointer-coarse:h-11" />}
    >
      <TimeBar />
    </Suspense>
  ) : null;
}
