import { useTranslation } from 'react-i18next';
import type { Command } from '../../document/commands.ts';
import type { Graph } from '../../document/schema.ts';
import { trainingLimits } from '../../document/training-schema.ts';
import { initialiserSchema } from '../../layers/params.ts';
import { useStores } from '../../state/stores.ts';

/** What exactly given weights are drawn from instead: the labs' own start. */
const drawn = { type: 'normal', mean: 0, deviation: 1 };

/** The next seed. Where weights are given exactly a seed changes nothing, so that is said and mended. */
export function useNewSeed(): () => void {
  const { t } = useTranslation();
  const { documents, views } = useStores();
  return () => {
    const { document, dispatch } = documents.getState();
    const seed = (document.training.seed + 1) % trainingLimits.seed.max;
    dispatch([{ type: 'setTraining', training: { seed } }]);
    const redraw = redrawing(document.graph);
    if (redraw.length === 0) return;
    const action = { label: t('run.drawWeights'), run: () => dispatch(redraw) };
    views.getState().notify({ tone: 'info', text: t('run.givenWeights'), action });
  };
}

/** The commands that draw all exactly given weights anew. */
const redrawing = (graph: Graph): Command[] =>
  Object.entries(graph.nodes).flatMap(([id, { params }]) =>
    Object.entries(params)
      .filter(([, value]) => initialiserSchema.safeParse(value).data?.type === 'values')
      .map(([name]): Command => ({ type: 'setParams', id, params: { [name]: drawn } })),
  );
