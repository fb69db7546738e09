import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeOf } from '../../core/shape.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useCompilation, useDocument, useStores, useView } from '../../state/stores.ts';
import { formatTerm } from '../../ui/kit/format.ts';
import { Select } from '../../ui/kit/select.tsx';
import { TensorTable } from '../../ui/kit/tensor-table.tsx';
import { FoldSection } from '../fold-section.tsx';
import { usePicture } from '../use-picture.ts';
import type { NumbersPicture, NumbersRequest, NumbersTensor } from './probe.ts';
import { WeightGrid } from './weight-grid.tsx';

/** Rows of a batch that is shown. */
const BATCH = 8;
/** Weights of a larger tensor are read, not typed. */
const MOST_TYPED = 256;

/** Any tensor of the network in numbers; weights can be typed. */
export function NumbersView() {
  const { t } = useTranslation();
  const hasNetwork = useCompilation(({ network }) => network !== undefined);
  if (!hasNetwork) return null;
  return (
    <FoldSection id="numbers" title={t('numbers.title')}>
      {() => <Numbers />}
    </FoldSection>
  );
}

function Numbers() {
  const { t } = useTranslation();
  const layers = useLayers();
  const selected = useView((view) => view.selection.nodes);
  const sample = useView((view) => view.sample);
  const [chosen, setChosen] = useState<string>();
  const [rows, setRows] = useState<'one' | 'batch'>('one');
  const [which, setWhich] = useState('output');
  // What is selected on the canvas is meant, until another layer is chosen here.
  const [onlySelected] = selected.length === 1 ? selected : [];
  const meant = [onlySelected, chosen].find((id) => layers.some((layer) => layer.id === id));
  const node = meant ?? layers.find(({ learns }) => learns)?.id ?? layers[0]?.id ?? '';
  const request = useMemo<NumbersRequest>(
    () => ({ node, rows: rows === 'one' ? 1 : BATCH, sample }),
    [node, rows, sample],
  );
  const picture = usePicture<NumbersPicture>('numbers', request);
  const drawn = picture?.node === node ? picture : undefined;
  const tensor = drawn?.weights.find(({ name }) => name === which) ?? drawn?.output;
  const place = tensor && drawn ? drawn.weights.indexOf(tensor) : -1;
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2 text-[13px]">
        <Select
          label={t('numbers.of')}
          value={node}
          options={layers.map(({ id, title }) => ({ value: id, title }))}
          onChange={(id) => setChosen(id)}
        />
        <Select
          label={t('numbers.what')}
          value={place < 0 ? 'output' : which}
          options={[
            { value: 'output', title: t('numbers.output') },
            ...(drawn?.weights ?? []).map(({ name }) => ({ value: name, title: name })),
          ]}
          onChange={setWhich}
        />
        {place < 0 ? (
          <Select
            label={t('numbers.rows')}
            value={rows}
            options={[
              { value: 'one', title: t('numbers.one') },
              { value: 'batch', title: t('numbers.batch', { count: BATCH }) },
            ]}
            onChange={setRows}
          />
        ) : null}
      </div>
      {!drawn || !tensor ? (
        <p className="text-ink-2">{t('numbers.waiting')}</p>
      ) : place >= 0 && sizeOf(tensor.shape) <= MOST_TYPED ? (
        <WeightGrid node={node} tensor={place} weight={tensor} />
      ) : (
        <Values tensor={tensor} />
      )}
    </>
  );
}

/** Rank, shape and every value, axes named from the outside in. */
function Values({ tensor: { name, shape, values } }: { tensor: NumbersTensor }) {
  const { t } = useTranslation();
  const axes = `[${shape.join(', ')}]`;
  return (
    <>
      <p className="num mb-1 text-[13px] text-ink-2" data-testid="numbers-facts">
        {t('tensor.facts', { rank: shape.length, shape: axes, dtype: 'float32' })}
      </p>
      <div className="max-h-80 overflow-auto">
        <TensorTable
          label={name}
          shape={shape}
          values={values}
          format={formatTerm}
          words={{
            axis: (axis) => t('tensor.axis', { axis }),
            more: (count) => t('tensor.more', { count }),
          }}
        />
      </div>
    </>
  );
}

/** The source and the layers that compute, as the canvas calls them. */
function useLayers(): readonly { id: string; title: string; learns: boolean }[] {
  const words = useWords();
  const { catalogue } = useStores();
  const network = useCompilation((compilation) => compilation.network);
  const nodes = useDocument(({ document }) => document.graph.nodes);
  return useMemo(() => {
    if (!network) return [];
    const learning = new Map(network.nodes.map(({ id, weights }) => [id, weights.length > 0]));
    return [network.source.id, ...learning.keys()].map((id) => {
      const kind = catalogue.layers.get(nodes[id]?.kind ?? '');
      const title = nodes[id]?.name ?? (kind ? words(kind.title) : id);
      return { id, title: `${title} (${id})`, learns: learning.get(id) ?? false };
    });
  }, [network, nodes, catalogue, words]);
}
