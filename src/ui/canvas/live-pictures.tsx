import { Panel } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../state/stores.ts';
import { useSpokenJudgements } from '../../visualisations/spread/use-spoken-judgements.ts';
import { useSpread } from '../../visualisations/spread/use-spread.ts';
import { useUnitMaps } from '../../visualisations/unit-maps/use-unit-maps.ts';
import { useWeights } from '../../visualisations/weights/use-weights.ts';
import { useShownNodes } from './use-shown-nodes.ts';

/** Keeps what is drawn in the nodes coming, for those that are on screen. */
export const LivePictures = memo(function LivePictures() {
  const shown = useShownNodes();
  const spread = useView((view) => view.spread);
  // Nothing is worked out that is not drawn.
  useUnitMaps(spread ? '' : shown);
  useWeights(spread ? '' : shown);
  useSpread(spread ? shown : '');
  useSpokenJudgements(spread && shown !== '');
  return spread ? <StripLegend /> : null;
});

/** What the letters beside the strips mean, at the edge where no node is fitted. */
function StripLegend() {
  const { t } = useTranslation();
  return (
    <Panel
      position="top-left"
      className="pointer-events-none !m-1 rounded-md border border-line bg-surface px-1.5 text-[13px] leading-5 text-ink-2"
      data-testid="spread-legend"
    >
      {t('spread.legend')}
    </Panel>
  );
}
