import { Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Dataset, type DatasetOptions, noOptions } from '../../datasets/define-dataset.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { SourceKind } from '../../layers/define-layer.ts';
import { paramMeta } from '../../layers/params.ts';
import { useCompilation, useDispatch, useDocument, useStores } from '../../state/stores.ts';
import { useEdit } from '../edit/use-edit.ts';
import { Button } from '../kit/button.tsx';
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
  const dispatch = useDispatch();
  const source = useCompilation((compilation) => compilation.source);
  const node = useDocument(({ document }) => source && document.graph.nodes[source.id]);
  const kind = catalogue.layers.get(node?.kind ?? '');
  const sources = [...catalogue.layers.values()].filter((each) => each.role === 'source');
  if (kind?.role !== 'source' || !source) {
    return (
      <div className="px-4 py-2">
        <p className="text-ink-2">{t('data.none')}</p>
        <div className="mt-3 flex flex-col items-start gap-2">
          {sources.map((each) => (
            <Button key={each.kind} look="outline" onClick={() => addAfter(each)}>
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

/** Which data sets a source takes, as its parameter says. */
function modalityOf(kind: SourceKind): Dataset['modality'] | undefined {
  for (const field of Object.values(kind.params.shape)) {
    const control = paramMeta.get(field)?.control;
    if (control?.type === 'dataset') return control.modality;
  }
  return undefined;
}

const samplesFor = (dataset: Dataset, options: DatasetOptions) =>
  dataset.samples({ ...(dataset.columns ? noOptions : options), ...preview });
