import { expect } from 'vitest';
import type { Detail } from '../../src/engine/walk/detail.ts';
import type { Stage } from '../../src/engine/walk/stages.ts';
import type { WalkPicture, WalkRequest } from '../../src/visualisations/walk/probe.ts';
import type { startSession } from './sessions.ts';

/** A session whose frames are kept. */
export type Session = ReturnType<typeof startSession>;

/** What is shown in detail at a stop of one type. */
export type DetailOf<Type extends Detail['type']> = Extract<Detail, { type: Type }>;

/** The picture of a stage of the walk. */
export async function look(session: Session, stage: Stage, more: Partial<WalkRequest> = {}) {
  const request: WalkRequest = {
    stage,
    row: undefined,
    place: undefined,
    check: false,
    taken: undefined,
    ...more,
  };
  await session.watch({ walk: request });
  const picture = session.last().pictures['walk'] as WalkPicture | undefined;
  if (!picture) throw new Error('no picture of the walk');
  return picture;
}

/** Expects numbers that are close to those that are wanted. */
export const near = (
  got: ArrayLike<number> | undefined,
  wanted: readonly number[],
  within = 1e-6,
) => {
  expect(got?.length).toBe(wanted.length);
  wanted.forEach((value, i) => {
    expect(Math.abs((got?.[i] ?? Number.NaN) - value)).toBeLessThan(within);
  });
};
