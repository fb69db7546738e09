import { Panel } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun, useView } from '../../../state/stores.ts';
import { useActivations } from '../../../visualisations/activations/use-activations.ts';
import type { SpreadPicture } from '../../../visualisations/spread/probe.ts';
import { useJudgementText } from '../../../visualisations/spread/use-judgement-text.ts';
import { useSpokenJudgements } from '../../../visualisations/spread/use-spoken-judgements.ts';
import { useSpread } from '../../../visualisations/spread/use-spread.ts';
import { useUnitMaps } from '../../../visualisations/unit-maps/use-unit-maps.ts';
import { useLayerName } from '../../../visualisations/use-layer-name.ts';
import { useWeights } from '../../../visualisations/weights/use-weights.ts';
import { useShownNodes } from './use-shown-nodes.ts';

/** Keeps what is drawn in the nodes coming, for those that are on screen. */
export const LivePictures = memo(function LivePictures() {
  const shown = useShownNodes();
  const spread = useView((view) => view.spread);
  useActivations(shown);
  // Nothing is worked out that is not drawn.
  useUnitMaps(spread ? '' : shown);
  useWeights(spread ? '' : shown);
  // What is to be said of a layer is said wherever it is, and from however far it is looked at.
  useSpread(spread ? shown : undefined);
  useSpokenJudgements(spread);
  return spread ? <StripLegend far={shown === ''} /> : null;
});

/**
 * What the letters beside the strips mean, at the edge where no node is fitted. From too far to see any strip, what
 * would stand in the nodes in words.
 */
function StripLegend({ far }: { far: boolean }) {
  const { t } = useTranslation();
  return (
    <Panel
      position="top-left"
      className="pointer-events-none !m-1 rounded-md border border-line bg-surface px-1.5 text-[13px] leading-5 text-ink-2"
      data-testid="spread-legend"
      data-spread-legend
    >
      {far ? <FarOff /> : t('spread.legend')}
    </Panel>
  );
}

/** Words about layers that are named from afar. */
const MOST = 4;

/** What is to be said of layers that are too far off to say it themselves, and how to see more. */
function FarOff() {
  const { t } = useTranslation();
  const tell = useJudgementText();
  const nameOf = useLayerName();
  const judgements = useRun(({ frame, ready }) =>
    ready ? (frame?.pictures['spread'] as SpreadPicture | undefined)?.judgements : undefined,
  );
  return (
    <>
      <p>{t('spread.far')}</p>
      {(judgements ?? []).slice(0, MOST).map((each) => (
        <p key={`${each.code} ${each.node}`} data-judgement={each.code}>
          {nameOf(each.node)}: {tell(each).brief}
        </p>
      ))}
    </>
  );
}
