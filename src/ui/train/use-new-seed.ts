import { useTranslation } from 'react-i18next';
import { nextSeed, redrawing } from '../../state/new-start.ts';
import { useStores } from '../../state/stores.ts';

/** The next seed. Where weights are given exactly a seed changes nothing, so that is said and mended. */
export function useNewSeed(): () => void {
  const { t } = useTranslation();
  const { documents, views } = useStores();
  return () => {
    const { document, dispatch } = documents.getState();
    dispatch([nextSeed(document.training)]);
    const redraw = redrawing(document.graph);
    if (redraw.length === 0) return;
    const action = { label: t('run.drawWeights'), run: () => dispatch(redraw) };
    views.getState().notify({ tone: 'info', text: t('run.givenWeights'), action });
  };
}
