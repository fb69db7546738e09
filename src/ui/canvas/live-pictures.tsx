import { useUnitMaps } from '../../visualisations/unit-maps/use-unit-maps.ts';
import { useShownNodes } from './use-shown-nodes.ts';

/** Keeps what is drawn in the nodes coming, for those that are on screen. */
export function LivePictures() {
  const shown = useShownNodes();
  useUnitMaps(shown);
  return null;
}
