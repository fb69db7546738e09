import { useEffect, useMemo, useState } from 'react';
import { useRun } from '../../state/stores.ts';
import { usePicture } from '../use-picture.ts';
import type { BetweenPicture, BetweenRequest } from './probe.ts';

/** What is wanted, without the round. It must keep its identity while it means the same. */
export type Wanted = BetweenRequest extends infer Each
  ? Each extends BetweenRequest
    ? Omit<Each, 'round'>
    : never
  : never;

/** Asks again until all is worked out: while training rests, nothing else makes the worker look. */
export function useBetween(wanted: Wanted | undefined): BetweenPicture | undefined {
  const [round, setRound] = useState(0);
  const running = useRun((run) => run.running);
  const request = useMemo(
    () => wanted && ({ ...wanted, round } as BetweenRequest),
    [wanted, round],
  );
  const picture = usePicture<BetweenPicture>('between-runs', request);
  const unfinished = picture !== undefined && !picture.missing && picture.share < 1;
  useEffect(() => {
    // Every look that is not the last brings the next one.
    if (picture && unfinished && !running) setRound((before) => before + 1);
  }, [picture, unfinished, running]);
  return picture?.key === wanted?.key ? picture : undefined;
}
