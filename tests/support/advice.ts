import type { Ir } from '../../src/compiler/ir.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import type { Training } from '../../src/document/training-schema.ts';
import type { Answer } from '../../src/engine/advice/question.ts';
import type { Finding, RuleId } from '../../src/state/advice/advice.ts';
import { createAdviser } from '../../src/state/advice/adviser.ts';
import { rules } from '../../src/state/advice/rules/index.ts';
import { catalogue } from './catalogue.ts';
import { lowered } from './lowered.ts';
import { startSession } from './sessions.ts';

/** What was found in a run, and when. */
export type Found = Finding & { readonly step: number };

/** Looks at a run are so many updates apart, as far as nothing is said of it. */
const USUAL_LOOKS = 60;

/** Trains a document in a session as its page does, and lets every rule look on. */
export async function advised(
  document: GraphDocument,
  {
    training = {},
    updates = document.training.stopAt ?? 1000,
    looks = USUAL_LOOKS,
  }: { training?: Partial<Training>; updates?: number; looks?: number } = {},
): Promise<{ found: readonly Found[]; ids: readonly RuleId[]; loss: number | undefined }> {
  const now = { ...document, training: { ...document.training, ...training, stopAt: null } };
  const ir: Ir = lowered(now.graph, now.training.batchSize);
  const session = startSession();
  const adviser = createAdviser(rules);
  const found: Found[] = [];
  await session.build(now.graph, now.training);
  const stride = Math.ceil(updates / looks);
  for (let step = 0; step <= updates; step += stride) {
    let answer: Answer | undefined;
    for (;;) {
      const frame = session.last();
      const look = { ir, document: now, catalogue, frame };
      const { findings, question } = adviser.look(look, answer);
      found.push(...findings.map((finding) => ({ step: frame.step, ...finding })));
      if (!question) break;
      await session.watch({ advice: question });
      answer = session.last().pictures['advice'] as Answer | undefined;
      if (answer?.at !== question.at) throw new Error('a question was left without an answer');
    }
    await session.watch({});
    if (step < updates && session.last().status !== 'diverged') {
      await session.advance({ steps: Math.min(stride, updates - step) });
    }
  }
  const loss = session.last().train?.loss;
  await session.dispose();
  return { found, ids: found.map(({ id }) => id), loss };
}
