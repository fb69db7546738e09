import { useRun } from '../../state/stores.ts';
import type { SpreadPicture } from './probe.ts';
import { useJudgementText } from './use-judgement-text.ts';

/** What is wrong with a layer, in whole sentences, while distributions are shown. */
export function JudgementWords({ id }: { id: string }) {
  const tell = useJudgementText();
  const picture = useRun(({ frame, ready }) =>
    ready ? (frame?.pictures['spread'] as SpreadPicture | undefined) : undefined,
  );
  return picture?.judgements.map((each) =>
    each.node === id ? (
      <p key={each.code} className="mt-1 text-[13px]" data-testid="judgement-words">
        {tell(each).whole}
      </p>
    ) : null,
  );
}
