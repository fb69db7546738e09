import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeedTerms } from '../../engine/seeds/seed-plan.ts';
import { usualLoss } from '../../engine/seeds/verdict.ts';
import { isAbout, type Study } from '../../state/seeds/study.ts';
import { useDocument, useSeeds, useStores } from '../../state/stores.ts';
import { NumberInput } from '../../ui/kit/number-input.tsx';
import { Counted } from './counted.tsx';
import { judgeAll } from './judged.ts';
import { Strip } from './strip.tsx';
import { SweepTable } from './sweep-table.tsx';
import { Trouble } from './trouble.tsx';

/** What became of the starts of a study. */
export function Results({ study }: { study: Study }) {
  const { t } = useTranslation();
  const { documents } = useStores();
  const setup = useSeeds((state) => state.setup);
  const running = useSeeds((state) => state.running);
  const [graph, training] = useDocument(({ document }) => [document.graph, document.training]);
  const [chosen, setChosen] = useState(0);
  const terms = study.variants.find((variant) => variant.terms)?.terms;
  const atMost = setup.atMost ?? (terms ? usualLoss(terms) : 0);
  const judged = useMemo(
    () => study.variants.map((variant) => judgeAll(variant, atMost)),
    [study, atMost],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: titles and places are not asked
  const current = useMemo(
    () => running || isAbout(study, documents.getState().document),
    [study.base, running, graph, training, documents],
  );
  const shown = judged[chosen] ?? judged[0];
  if (!shown) return null;
  return (
    <div className="mt-2.5 border-t border-line pt-2">
      {terms ? <Goal terms={terms} atMost={atMost} /> : null}
      {study.redrawn ? <p className="text-[13px] text-ink-3">{t('seeds.redrawn')}</p> : null}
      {current ? null : <p className="mt-1 text-[13px] text-warn">{t('seeds.older')}</p>}
      {study.setting !== undefined ? (
        <SweepTable study={study} judged={judged} chosen={chosen} onChoose={setChosen} />
      ) : null}
      {shown.variant.trouble ? <Trouble trouble={shown.variant.trouble} /> : null}
      {shown.variant.terms && shown.variant.results.length > 0 ? (
        <>
          <Counted judged={shown} rows={shown.variant.terms.rows} running={running} />
          <Strip study={study} judged={shown} running={running} order={setup.order} />
        </>
      ) : null}
    </div>
  );
}

/** What counts as solved; a loss can be set. */
function Goal({ terms, atMost }: { terms: SeedTerms; atMost: number }) {
  const { t } = useTranslation();
  const { seeds } = useStores();
  const id = useId();
  if (terms.classes) {
    const text = terms.sampled ? 'seeds.goalSample' : 'seeds.goalRows';
    return <p className="text-[13px] text-ink-3">{t(text, { rows: terms.rows })}</p>;
  }
  return (
    <p className="flex items-center gap-2 text-[13px] text-ink-3">
      <label htmlFor={id}>{t('seeds.goalLoss')}</label>
      <NumberInput
        id={id}
        value={atMost}
        min={0}
        max={1e9}
        onChange={(next) => seeds.getState().arrange({ atMost: next })}
      />
    </p>
  );
}
