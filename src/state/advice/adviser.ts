import type { Answer, Known, Question, Want } from '../../engine/advice/question.ts';
import type { Finding, Rule, RunFacts } from './advice.ts';

/** A look at a run, without what is asked of the worker. */
export type Look = Omit<RunFacts, 'known'>;

/** What changes while a run goes on is asked again when it is this much longer. */
const AGAIN = 2;

/**
 * Follows a run, rule by rule. Each finds something at most once a run; what it needs to know for that is
 * asked only when its cheap signs are there.
 */
export function createAdviser(rules: readonly Rule[]) {
  let run: string | undefined;
  let known: Known = {};
  let told = new Set<Rule>();
  /** The step at which each thing was asked last. */
  let asked = new Map<Want, number>();
  let question: Question | undefined;
  let questions = 0;

  function isDue(want: Want, step: number): boolean {
    const before = asked.get(want);
    if (before === undefined) return true;
    return want !== 'data' && step >= Math.max(before + 1, before * AGAIN);
  }

  return {
    /** Takes a look at a run, with the answer to the last question if it has come. */
    look: (
      look: Look,
      answer: Answer | undefined,
    ): { readonly findings: readonly Finding[]; readonly question: Question | undefined } => {
      const { build, start, step } = look.frame;
      const name = `${build} ${start}`;
      if (run !== name) {
        run = name;
        known = {};
        told = new Set();
        asked = new Map();
        question = undefined;
      }
      if (question && answer?.at === question.at) {
        const { at: _, ...facts } = answer;
        known = { ...known, ...facts };
        question = undefined;
      }
      const facts: RunFacts = { ...look, known };
      const open = rules.filter((rule) => !told.has(rule));
      const findings = open.flatMap((rule): Finding[] => {
        const found = rule.judge(facts);
        if (!found) return [];
        told.add(rule);
        return [{ id: rule.id, ...found }];
      });
      if (!question) {
        const wanted = open.filter((rule) => !told.has(rule)).map((rule) => rule.wants(facts));
        const wants = [...new Set(wanted)].filter(
          (want): want is Want => want !== undefined && isDue(want, step),
        );
        if (wants.length > 0) {
          for (const want of wants) asked.set(want, step);
          questions += 1;
          question = { at: questions, wants };
        }
      }
      return { findings, question };
    },
  };
}
