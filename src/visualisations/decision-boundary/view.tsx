import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownPoints } from '../../datasets/own-points.ts';
import { type Domain, domainOf, holdsAll } from '../../engine/pictures/plane.ts';
import { useWords } from '../../i18n/use-words.ts';
import { type SamplesOnScreen, useSamples } from '../../state/samples.ts';
import { useCompilation, useDocument, useRun, useStores, useView } from '../../state/stores.ts';
import { formatFigure, formatShare } from '../../ui/kit/format.ts';
import { Section } from '../../ui/kit/section.tsx';
import { Legend } from '../plane-legend.tsx';
import { usePicture } from '../use-picture.ts';
import { BoundaryTools } from './boundary-tools.tsx';
import { Plane } from './plane.tsx';
import type { BoundaryPicture, BoundaryRequest } from './probe.ts';

/** The network's answer over the plane of its two inputs, with the samples on top. */
export function BoundaryView() {
  const { t } = useTranslation();
  const samples = useSamples();
  const metrics = useRun(({ frame, ready }) => (ready ? frame?.train : undefined));
  const hasSource = useCompilation(({ source }) => source !== undefined);
  const isPlane = samples?.all.spec.input.length === 1 && samples.all.spec.input[0] === 2;
  const remark =
    metrics?.accuracy !== undefined && samples
      ? t('boundary.right', { percent: formatShare(metrics.accuracy), count: samples.train.rows })
      : metrics?.meanAbsoluteError !== undefined
        ? t('boundary.regression', { value: formatFigure(metrics.meanAbsoluteError) })
        : undefined;
  const unit = useShownUnit();
  // Other pictures show what has more or fewer inputs.
  if (hasSource && !isPlane) return null;
  return (
    <Section
      title={unit ? t('unitMaps.heading', unit) : t('boundary.title')}
      remark={unit ? undefined : remark}
    >
      {samples && isPlane ? (
        <Boundary samples={samples} />
      ) : (
        <p className="text-ink-2">{t('boundary.waiting')}</p>
      )}
    </Section>
  );
}

function Boundary({ samples }: { samples: SamplesOnScreen }) {
  const { t } = useTranslation();
  const filled = useShownUnit();
  const size = useView((view) => view.boundarySize);
  const unit = useView((view) => view.unit);
  const ready = useRun((run) => run.ready);
  const locked = useDocument((state) => state.locked);
  // While points are set by hand the plane holds still, and grows only when one lies outside.
  const held = useRef<Domain>(undefined);
  const domain = useMemo(() => {
    const own = samples.source.dataset === ownPoints.id;
    const kept = own && held.current && holdsAll(held.current, samples.all);
    return kept && held.current ? held.current : domainOf(samples.all);
  }, [samples]);
  held.current = domain;
  const request = useMemo<BoundaryRequest>(() => ({ size, domain, unit }), [size, domain, unit]);
  const picture = usePicture<BoundaryPicture>('decision-boundary', request);
  const [chosen, setLabel] = useState(0);
  const [erasing, setErasing] = useState(false);
  const shown = ready ? picture?.unit : undefined;
  const { target } = samples.all.spec;
  const classes = target.type === 'classes';
  const label = classes && chosen > target.count ? 0 : chosen;
  return (
    <>
      <div className="mx-auto max-w-[min(300px,30vh)] min-w-[232px]">
        <Plane
          samples={samples}
          domain={domain}
          picture={ready ? picture : undefined}
          label={label}
          erasing={erasing}
          shown={filled && t('unitMaps.filled', filled)}
          onLabel={setLabel}
        />
        <Legend samples={samples} range={shown?.range} />
      </div>
      {locked ? null : (
        <BoundaryTools
          classes={classes}
          label={label}
          onLabel={setLabel}
          erasing={erasing}
          onErasing={setErasing}
        />
      )}
    </>
  );
}

/** The unit that fills the picture instead of the network's answer, by its number, and its layer. */
function useShownUnit(): { readonly unit: number; readonly name: string } | undefined {
  const words = useWords();
  const { catalogue } = useStores();
  const at = useRun(({ frame, ready }) => {
    const picture = frame?.pictures['decision-boundary'] as BoundaryPicture | undefined;
    return ready && picture?.unit ? `${picture.unit.index} ${picture.unit.node}` : undefined;
  });
  const [index = '', id = ''] = at?.split(/ (.*)/) ?? [];
  const node = useDocument(({ document }) => document.graph.nodes[id]);
  const kind = catalogue.layers.get(node?.kind ?? '');
  if (at === undefined) return undefined;
  return { unit: Number(index) + 1, name: node?.name ?? (kind ? words(kind.title) : '') };
}
