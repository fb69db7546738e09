import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Problem } from '../../compiler/problem.ts';
import { useStores } from '../../state/stores.ts';
import { useProblemText } from '../problems/use-problem-text.ts';
import { useShownProblems } from '../problems/use-shown-problems.ts';

/** How long the network must rest before its problems are told, in ms. */
const REST = 900;
/** How long nothing is there to be heard, so that the same sentence can be heard twice, in ms. */
const BREATH = 60;

/** Says, for those who do not see it, what an edit by key did and which problems came or went. */
export function Announcer() {
  // By identity: what is said again is the same text in a new object.
  const said = useStore(useStores().views, (view) => view.said);
  const [heard, setHeard] = useState('');
  useProblemNews();
  useEffect(() => {
    setHeard('');
    const timer = setTimeout(() => setHeard(said.text), BREATH);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    // An open window silences all that does not say that it is live.
    <p role="status" aria-live="polite" data-testid="said" className="sr-only">
      {heard}
    </p>
  );
}

function useProblemNews(): void {
  const { t } = useTranslation();
  const { views } = useStores();
  const { explain } = useProblemText();
  const problems = useShownProblems();
  const told = useRef<readonly Problem[]>(problems);
  useEffect(() => {
    const timer = setTimeout(() => {
      const known = new Set(told.current.map(placeOf));
      const [first, ...others] = problems.filter((problem) => !known.has(placeOf(problem)));
      const gone = told.current.length > 0 && problems.length < told.current.length;
      told.current = problems;
      const say = (text: string): void => views.getState().set({ said: { text } });
      const count = others.length;
      if (first && count > 0) say(t('speech.problems', { text: explain(first), count }));
      else if (first) say(explain(first));
      else if (gone && problems.length > 0) say(t('speech.solved', { count: problems.length }));
      else if (gone) say(t('speech.allSolved'));
    }, REST);
    return () => clearTimeout(timer);
  }, [problems, views, t, explain]);
}

const placeOf = ({ code, at }: Problem): string => `${code} ${JSON.stringify(at)}`;
