import { useStore } from '@xyflow/react';
import { useView } from '../../state/stores.ts';
import { useSpokenJudgements } from '../../visualisations/spread/use-spoken-judgements.ts';
import { useSpread } from '../../visualisations/spread/use-spread.ts';
import { useUnitMaps } from '../../visualisations/unit-maps/use-unit-maps.ts';
import { useWeights } from '../../visualisations/weights/use-weights.ts';
import { FAR } from './detail.tsx';
import { useShownNodes } from './use-shown-nodes.ts';

/** Keeps what is drawn in the nodes coming, for those that are on screen. */
export function LivePictures() {
  const near = useStore(({ transform }) => transform[2] >= FAR);
  const nodes = useShownNodes();
  const shown = near ? nodes : '';
  const spread = useView((view) => view.spread);
  // Nothing is worked out that is not drawn.
  useUnitMaps(spread ? '' : shown);
  useWeights(spread ? '' : shown);
  useSpread(spread ? shown : '');
  useSpokenJudgements(spread && near);
  return null;
}
