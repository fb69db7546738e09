import { isTrainable } from '../../compiler/ir.ts';
import type { Answer, Question } from '../../engine/advice/question.ts';
import type { RunState } from '../run-store.ts';
import type { Stores } from '../stores.ts';
import { createAdviser } from './adviser.ts';
import { rules } from './rules/index.ts';

/**
 * Lets every rule look at the frames of the run on screen, asks the worker what they want to know, and keeps
 * what they find. Returns how to stop.
 */
export function advise({
  runs,
  documents,
  advice,
  catalogue,
}: Pick<Stores, 'runs' | 'documents' | 'advice' | 'catalogue'>): () => void {
  const adviser = createAdviser(rules);
  let origin = documents.getState().origin;
  let run: string | undefined;
  let asked: Question | undefined;
  let stopAsking = (): void => {};

  function ask(question: Question | undefined): void {
    if (question === asked) return;
    stopAsking();
    asked = question;
    stopAsking = question ? runs.getState().watch('advice', question) : () => {};
  }

  function follow({ heard, frame, ready }: RunState): void {
    const now = documents.getState().origin;
    if (now !== origin) {
      origin = now;
      run = undefined;
      ask(undefined);
      advice.getState().forget();
    }
    // Of a moment that was gone back to, everything was said when it came.
    if (!ready || !frame || !heard || heard.frame !== frame || frame.recording?.at !== undefined)
      return;
    const { network, document } = heard;
    if (!isTrainable(network)) return;
    const name = `${frame.build} ${frame.start}`;
    if (name !== run) {
      run = name;
      advice.getState().clear();
    }
    const answer = frame.pictures['advice'] as Answer | undefined;
    const look = { ir: network, document, catalogue, frame };
    const { findings, question } = adviser.look(look, answer);
    if (findings.length > 0) {
      advice.getState().add(findings.map((finding) => ({ step: frame.step, ...finding })));
    }
    ask(question);
  }

  const stop = runs.subscribe((state, before) => {
    if (state.heard !== before.heard || state.frame !== before.frame) follow(state);
  });
  follow(runs.getState());
  return () => {
    stop();
    ask(undefined);
  };
}
