import { useEffect, useMemo, useState } from 'react';
import type { Ir } from '../../compiler/ir.ts';
import { LINK_MARK, type LinkRun, printLink } from '../../document/link-text.ts';
import { rollRun } from '../../state/link-run.ts';
import { findOwnData, withoutOwnData } from '../../state/own-data.ts';
import { writeLink } from '../../state/page-link.ts';
import { useCompilation, useDocument, useRun, useStores } from '../../state/stores.ts';

/** What a person wants a link to hold beside the network. */
export interface LinkChoice {
  readonly weights: boolean;
  readonly data: boolean;
  readonly viewOnly: boolean;
}

/** The link to what is on screen, and what it could hold. */
export function useSharedLink({ weights, data, viewOnly }: LinkChoice) {
  const { catalogue } = useStores();
  const document = useDocument((state) => state.document);
  const run = useRunToShare();
  const own = useMemo(() => findOwnData(document, catalogue), [document, catalogue]);
  const link = useMemo(() => {
    const shared = data ? document : withoutOwnData(document, own);
    const text = printLink({ document: shared, ...(weights && run && { run }) });
    const query = viewOnly ? { edit: false } : {};
    return `${writeLink(location, query).replace(/\?$/, '')}${LINK_MARK}${text}`;
  }, [document, own, run, weights, data, viewOnly]);
  return {
    link,
    run,
    /** The person's samples that are part of the document, and those that are not. */
    carried: own.filter(({ param }) => param !== undefined),
    stays: own.filter(({ param }) => param === undefined),
  };
}

/** The weights where training rests; those of the last rest while it runs. Nothing before the first update. */
function useRunToShare(): LinkRun | undefined {
  const frame = useRun((state) => state.frame);
  const ir = useCompilation((compilation) => compilation.ir);
  const [kept, setKept] = useState<{ readonly ir: Ir; readonly run: LinkRun }>();
  useEffect(() => {
    const { status, step = 0, epoch = 0, byHand, weights } = frame ?? {};
    if (!ir || !weights || status === 'running' || (step === 0 && !byHand)) return;
    const run = rollRun({ ir, weights, step, epoch });
    if (run) setKept({ ir, run });
  }, [ir, frame]);
  return kept && kept.ir === ir ? kept.run : undefined;
}
