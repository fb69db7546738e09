import { useMemo } from 'react';
import type { Problem } from '../../compiler/problem.ts';
import { expectationsOf } from '../../document/queries.ts';
import { useCompilation, useDocument } from '../../state/stores.ts';

/** What is wrong or unfinished. A lesson that is only looked at does not lack its loss. */
export function useShownProblems(): readonly Problem[] {
  const problems = useCompilation((compilation) => compilation.problems);
  const isStill = useDocument(({ document }) => {
    const [expected] = expectationsOf(document);
    return expected?.values !== undefined || expected?.shapes !== undefined;
  });
  return useMemo(
    () => (isStill ? problems.filter(({ code }) => code !== 'no-loss') : problems),
    [problems, isStill],
  );
}
