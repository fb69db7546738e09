import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeedTerms } from '../../engine/seeds/seed-plan.ts';
import { usualLoss, type Wanted } from '../../engine/seeds/verdict.ts';
import { isAbout, type Study } from '../../state/seeds/study.ts';
import { useDocument, useSeeds, useStores } from '../../state/stores.ts';
import { formatCount } from '../../ui/kit/format.ts';
import { NumberInput } from '../../ui/kit/number-input.tsx';
import { Counted } from './counted.tsx';
import { type Judged, judgeAll } from './judged.ts';
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
  const [pressed, setChosen] = useState<number>();
  const terms = study.variants.find((variant) => variant.terms)?.terms;
  const { share } = setup;
  const atMost = setup.atMost ?? (terms ? usualLoss(terms) : 0);
  const wanted = useMemo(() => ({ share, atMost }), [share, atMost]);
  const judged = useMemo(
    () => study.variants.map((variant) => judgeAll(variant, wanted)),
    [study, wanted],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: titles and places are not asked
  const current = useMemo(
    () => running || isAbout(study, documents.getState().document),
    [study.base, running, graph, training, documents],
  );
  const sweeps = study.setting !== undefined;
  // While values are still trained, none is the best.
  const chosen = !sweeps ? 0 : (pressed ?? (running ? undefined : bestOf(judged)));
  const shown = chosen === undefined ? undefined : judged[chosen];
  return (
    <div className="mt-2.5 border-t border-line pt-2">
      {terms ? <Goal terms={terms} wanted={wanted} /> : null}
      {study.redrawn ? <p className="text-[13px] text-ink-3">{t('seeds.redrawn')}</p> : null}
      {current ? null : <p className="mt-1 text-[13px] text-warn">{t('seeds.older')}</p>}
      {sweeps ? <Troubles judged={judged} running={running} /> : null}
      {sweeps ? (
        <SweepTable study={study} judged={judged} chosen={chosen} onChoose={setChosen} />
      ) : null}
      {shown?.variant.trouble && !sweeps ? <Trouble trouble={shown.variant.trouble} /> : null}
      {shown?.variant.terms && shown.variant.results.length > 0 ? (
        <>
          <Counted judged={shown} rows={shown.variant.terms.rows} running={running} />
          <Strip study={study} judged={shown} running={running} order={setup.order} />
        </>
      ) : null}
    </div>
  );
}

/** The value that solves it most often, and of those the one that is quickest. */
function bestOf(judged: readonly Judged[]): number | undefined {
  const share = ({ solved, count }: Judged['tally']): number => (count > 0 ? solved / count : -1);
  const since = ({ medianSince = Number.POSITIVE_INFINITY }: Judged['tally']): number =>
    medianSince;
  return judged
    .map(({ tally }, place) => ({ tally, place }))
    .filter(({ tally }) => tally.count > 0)
    .sort((a, b) => share(b.tally) - share(a.tally) || since(a.tally) - since(b.tally))[0]?.place;
}

/** Says once, when all have come, how many values had trouble; each has its own at its row. */
function Troubles({ judged, running }: { judged: readonly Judged[]; running: boolean }) {
  const { t } = useTranslation();
  const count = judged.filter(({ variant }) => variant.trouble).length;
  return (
    <p role="status" className="text-[13px] text-bad" data-testid="seeds-troubles">
      {count > 0 && !running ? t('seeds.troubles', { count, all: judged.length }) : null}
    </p>
  );
}

/** What counts as solved; the share of rows, or the loss, can be set. */
function Goal({ terms, wanted }: { terms: SeedTerms; wanted: Wanted }) {
  const { t } = useTranslation();
  const { seeds } = useStores();
  const id = useId();
  const { arrange } = seeds.getState();
  const { classes, sampled, rows } = terms;
  const text = sampled ? 'seeds.goalSample' : 'seeds.goalRows';
  return (
    <p className="flex items-center gap-2 text-[13px] text-ink-3">
      <label htmlFor={id}>
        {classes ? t(text, { rows: formatCount(rows) }) : t('seeds.goalLoss')}
      </label>
      {classes ? (
        <NumberInput
          id={id}
          value={Number((100 * wanted.share).toPrecision(6))}
          min={1}
          max={100}
          onChange={(next) => arrange({ share: next / 100 })}
        />
      ) : (
        <NumberInput
          id={id}
          value={wanted.atMost}
          min={0}
          max={1e9}
          onChange={(next) => arrange({ atMost: next })}
        />
      )}
    </p>
  );
}
