import { memo, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphNode } from '../../document/schema.ts';
import type { LayerKind } from '../../layers/define-layer.ts';
import { type ParamMeta, paramMeta } from '../../layers/params.ts';
import { useDispatch, useStores } from '../../state/stores.ts';
import { ParamField } from './param-field.tsx';

/** A control for each of a kind's parameters that matters now, made from its schema. */
export function ParamFields({ id, kind, node }: { id: string; kind: LayerKind; node: GraphNode }) {
  const { t } = useTranslation();
  const { datasets } = useStores().catalogue;
  const defaults = useMemo(() => kind.params.safeParse({}).data, [kind]);
  const params: Readonly<Record<string, unknown>> = { ...defaults, ...node.params };
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
    <OneField key={name} id={id} name={name} meta={meta} value={params[name]} />
  ));
}

/** The control of one parameter; it is not drawn anew for what the others are. */
const OneField = memo(function OneField({
  id,
  name,
  meta,
  value,
}: {
  id: string;
  name: string;
  meta: ParamMeta;
  value: unknown;
}) {
  const dispatch = useDispatch();
  const change = useCallback(
    (next: unknown) =>
      dispatch([{ type: 'setParams', id, params: { [name]: next } }], `set ${id} ${name}`),
    [dispatch, id, name],
  );
  return <ParamField meta={meta} value={value} onChange={change} />;
});
