import { useEffect, useMemo, useState } from 'react';
import type { Ir } from '../../compiler/ir.ts';
import { LINK_MARK } from '../../document/link-mark.ts';
import { type LinkRun, printLink } from '../../document/link-text.ts';
import { isWorthKeeping } from '../../engine/session/progress.ts';
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
  const lesson = useUntouchedLesson();
  const isLesson = lesson !== undefined && !(weights && run);
  const link = useMemo(() => {
    const query = viewOnly ? { edit: false } : {};
    if (isLesson) return writeLink(location, { ...query, lesson });
    const shared = data ? document : withoutOwnData(document, own);
    const text = printLink({ document: shared, ...(weights && run && { run }) });
    return `${writeLink(location, query).replace(/\?$/, '')}${LINK_MARK}${text}`;
  }, [document, own, run, weights, data, viewOnly, lesson, isLesson]);
  return {
    link,
    /** Whether the link only names a lesson. */
    isLesson,
    run,
    /** The person's samples that are part of the document, and those that are not. */
    carried: own.filter(({ param }) => param !== undefined),
    stays: own.filter(({ param }) => param === undefined),
  };
}

/** The lesson that is on screen just as it ships. */
function useUntouchedLesson(): string | undefined {
  const { lessons } = useStores();
  const document = useDocument((state) => state.document);
  const id = document.meta.lesson?.id;
  const [shipped, setShipped] = useState<{ readonly id: string; readonly text: string }>();
  useEffect(() => {
    if (id === undefined) return undefined;
    let isLate = false;
    void lessons.read(id).then((read) => {
      if (read.ok && !isLate) setShipped({ id, text: JSON.stringify(read.value) });
    });
    return () => {
      isLate = true;
    };
  }, [lessons, id]);
  const same = useMemo(
    () => shipped !== undefined && shipped.text === JSON.stringify(document),
    [shipped, document],
  );
  return same && shipped?.id === id ? id : undefined;
}

/** The weights where training rests; those of the last rest while it runs. Nothing before the first update. */
function useRunToShare(): LinkRun | undefined {
  const frame = useRun((state) => state.frame);
  const ir = useCompilation((compilation) => compilation.ir);
  const [kept, setKept] = useState<{ readonly ir: Ir; readonly run: LinkRun }>();
  useEffect(() => {
    if (!ir || !frame?.weights || frame.status === 'running' || !isWorthKeeping(frame)) return;
    const { step, epoch, weights } = frame;
    const run = rollRun({ ir, weights, step, epoch });
    if (run) setKept({ ir, run });
  }, [ir, frame]);
  return kept && kept.ir === ir ? kept.run : undefined;
}
