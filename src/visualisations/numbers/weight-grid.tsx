import { useTranslation } from 'react-i18next';
import { placeName } from '../../core/shape.ts';
import { shortestSingle } from '../../core/single.ts';
import { useDispatch, useDocument, useStores } from '../../state/stores.ts';
import { Button } from '../../ui/kit/button.tsx';
import { NumberInput } from '../../ui/kit/number-input.tsx';
import type { NumbersTensor } from './probe.ts';

const REACH = 1e6;

/** A weight tensor as a matrix to be typed: the last axis runs to the right. */
export function WeightGrid({
  node,
  tensor,
  weight: { name, shape, values },
}: {
  node: string;
  tensor: number;
  weight: NumbersTensor;
}) {
  const { t } = useTranslation();
  const { runs, views } = useStores();
  const dispatch = useDispatch();
  const columns = shape.at(-1) ?? 1;
  const rows = values.length / columns;
  const param = useInitialiser(node, name);
  const set = (index: number, value: number): void => {
    runs.getState().place({ numbers: [{ node, tensor, index, value }], step: 0, epoch: 0 });
  };
  const keep = (): void => {
    if (!param) return;
    const start = { type: 'values', values: [...values].map(shortestSingle) };
    dispatch([{ type: 'setParams', id: node, params: { [param]: start } }]);
    views.getState().notify({ tone: 'info', text: t('numbers.kept') });
  };
  return (
    <>
      <p className="num mb-1 text-[13px] text-ink-2">
        {t('tensor.facts', {
          rank: shape.length,
          shape: `[${shape.join(', ')}]`,
          dtype: 'float32',
        })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section className="max-h-72 overflow-auto" aria-label={name} tabIndex={0}>
        <table className="text-[13px]">
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              <tr key={`row ${row}`}>
                {Array.from({ length: columns }, (_, column) => {
                  const index = row * columns + column;
                  const place = placeName(rows > 1 ? [rows, columns] : [columns], index);
                  return (
                    <td key={`cell ${index}`} className="p-0.5">
                      <NumberInput
                        label={t('numbers.cell', { name, place })}
                        value={shortestSingle(values[index] ?? 0)}
                        min={-REACH}
                        max={REACH}
                        onChange={(value) => set(index, value)}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-1 text-[13px] text-ink-3">{t('numbers.edit')}</p>
      {param ? (
        <Button look="link" onClick={keep}>
          {t('numbers.keep')}
        </Button>
      ) : null}
    </>
  );
}

/** The parameter that a weight tensor starts from; not every tensor has one. */
function useInitialiser(node: string, weight: string): string | undefined {
  const { catalogue } = useStores();
  const kind = useDocument(({ document }) => document.graph.nodes[node]?.kind);
  const param = `${weight}Initialiser`;
  const shape = catalogue.layers.get(kind ?? '')?.params.shape;
  return shape && param in shape ? param : undefined;
}
