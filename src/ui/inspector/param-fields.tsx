import { useTranslation } from 'react-i18next';
import type { GraphNode } from '../../document/schema.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import { paramMeta } from '../../layers/params.ts';
import { useDispatch, useStores } from '../../state/stores.ts';
import { ParamField } from './param-field.tsx';

/** A control for each of a kind's parameters that matters now, made from its schema. */
export function ParamFields({ id, kind, node }: { id: string; kind: LayerKind; node: GraphNode }) {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const { datasets } = useStores().catalogue;
  const params = { ...kind.params.safeParse({}).data, ...node.params };
  const dataset = datasets.get(String(params['dataset']));
  const fields = Object.entries(kind.params.shape).flatMap(([name, field]) => {
    const meta = paramMeta.get(field);
    if (!meta || meta.control.type === 'hidden') return [];
    if (meta.when && !meta.when(params)) return [];
    const unread =
      meta.datasetOption !== undefined &&
      !dataset?.options.some((option) => option === meta.datasetOption);
    return unread ? [] : [{ name, meta }];
  });
  if (fields.length === 0) return <p className="text-ink-2">{t('inspector.noParameters')}</p>;
  return fields.map(({ name, meta }) => (
    <ParamField
      key={name}
      meta={meta}
      value={params[name]}
      onChange={(value) =>
        dispatch([{ type: 'setParams', id, params: { [name]: value } }], `set ${id} ${name}`)
      }
    />
  ));
}
