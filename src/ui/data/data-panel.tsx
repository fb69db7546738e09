import { Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { modalityOf } from '../../compiler/fitting-data.ts';
import { type Dataset, type DatasetOptions, noOptions } from '../../datasets/define-dataset.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useCompilation, useDispatch, useDocument, useStores } from '../../state/stores.ts';
import { useEdit } from '../edit/use-edit.ts';
import { Button } from '../kit/button.tsx';
import { MendButtons } from '../problems/mend-buttons.tsx';
import { useProblemText } from '../problems/use-problem-text.ts';
import { OwnImagesTools } from './own-images-tools.tsx';
import { OwnTableTools } from './own-table-tools.tsx';
import { Thumbnail } from './thumbnail.tsx';
import { freshColumns } from './use-own-tables.ts';

const preview = { size: 120, noise: 0.1, seed: 1 };

/** The data sets that fit the graph's source, each with a picture; pressing one loads it. */
export function DataPanel() {
  const { t } = useTranslation();
  const words = useWords();
  const { catalogue, views } = useStores();
  const { addAfter } = useEdit();
  const { explain } = useProblemText();
  const dispatch = useDispatch();
  const source = useCompilation((compilation) => compilation.source);
  const node = useDocument(({ document }) => source && document.graph.nodes[source.id]);
  const kind = catalogue.layers.get(node?.kind ?? '');
  const bare = useCompilation(({ problems }) => problems.find(({ code }) => code === 'no-data'));
  const sources = [...catalogue.layers.values()].filter(
    (each) => each.role === 'source' && modalityOf(each) !== undefined,
  );
  if (kind?.role !== 'source' || !source) {
    return (
      <div className="px-4 py-2">
        <p className="text-ink-2">{bare ? explain(bare) : t('data.none')}</p>
        {bare ? <MendButtons problem={bare} /> : null}
        <div className="mt-3 flex flex-col items-start gap-2">
          {sources.map((each) => (
            <Button
              key={each.kind}
              look="outline"
              onClick={() => {
                if (bare && 'node' in bare.at) {
                  const swapped = { kind: each.kind, params: {} };
                  dispatch([{ type: 'replace', id: bare.at.node, node: swapped }]);
                } else addAfter(each);
              }}
            >
              {t('data.addSource', { name: words(each.title) })}
            </Button>
          ))}
        </div>
      </div>
    );
  }
  const modality = modalityOf(kind);
  const shown = [...catalogue.datasets.values()].filter((set) => set.modality === modality);
  return (
    <>
      {source.spec.columns ? (
        <div className="px-4 pb-2">
          <Button look="outline" onClick={() => views.getState().set({ tableOpen: true })}>
            <Table2 size={14} aria-hidden />
            {t('columns.columns')}
          </Button>
        </div>
      ) : null}
      <ul className="flex flex-col gap-1 px-2.5 pb-4">
        {shown.map((dataset) => (
          <li key={dataset.id}>
            <button
              type="button"
              aria-pressed={dataset.id === source.dataset}
              data-dataset={dataset.id}
              onClick={() => {
                const columns = dataset.columns && dataset.id !== source.dataset && freshColumns;
                const params = { dataset: dataset.id, ...columns };
                dispatch([{ type: 'setParams', id: source.id, params }]);
              }}
              className="flex w-full items-center gap-3 rounded-lg border border-transparent p-2 text-left hover:bg-surface-2 aria-pressed:border-accent aria-pressed:bg-accent-soft"
            >
              <Thumbnail of={dataset.emblem ?? samplesFor(dataset, source.options)} />
              <span>
                <span className="block font-semibold">{words(dataset.title)}</span>
                <span className="block text-[13px] leading-snug text-ink-2">
                  {words(dataset.blurb)}
                  {dataset.id === source.dataset && dataset.origin ? (
                    <span className="mt-1 block text-ink-3">{words(dataset.origin)}</span>
                  ) : null}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {'stored' in kind.params.shape ? <OwnImagesTools /> : null}
      {'table' in kind.params.shape ? <OwnTableTools /> : null}
    </>
  );
}

const samplesFor = (dataset: Dataset, options: DatasetOptions) =>
  dataset.samples({ ...(dataset.columns ? noOptions : options), ...preview });
