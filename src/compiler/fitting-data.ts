import { isClosed, type Shape } from '../core/shape.ts';
import { noOptions } from '../datasets/define-dataset.ts';
import type { SourceKind } from '../layers/define-layer.ts';
import { paramMeta } from '../layers/params.ts';
import { fix, type ProblemFix } from './problem.ts';
import type { Catalogue } from './resolve.ts';

/** Most data sets that are offered for a shape. */
const OFFERED = 3;

/** Puts data that ship with the page in place of a source that only says what shape samples have; open sides fit any. */
export function fittingData(
  id: string,
  shape: Shape,
  { layers, datasets }: Catalogue,
): ProblemFix[] {
  const sources = [...layers.values()].filter((kind) => kind.role === 'source');
  const found = [...datasets.values()].flatMap((dataset) => {
    const kind = sources.find((each) => modalityOf(each) === dataset.modality);
    const filled = dataset.whenEmpty === undefined && dataset.rows(usual) > 0;
    return kind && filled && fits(dataset.spec(usual).input, shape) ? [{ kind, dataset }] : [];
  });
  return found.slice(0, OFFERED).map(({ kind, dataset }) => {
    const params = { dataset: dataset.id };
    const replace = { type: 'replace', id, node: { kind: kind.kind, params } } as const;
    return fix('use-dataset', { dataset: dataset.title }, replace);
  });
}

const fits = (given: Shape, wanted: Shape): boolean =>
  isClosed(given) &&
  given.length === wanted.length &&
  given.every((side, i) => side === wanted[i] || (wanted[i] ?? 0) < 0);

const usual = { ...noOptions, size: 1 };

/** Which data sets a source takes, as its parameter says; none for one that has no data. */
export function modalityOf(kind: SourceKind): 'points' | 'images' | 'table' | undefined {
  for (const field of Object.values(kind.params.shape)) {
    const control = paramMeta.get(field)?.control;
    if (control?.type === 'dataset') return control.modality;
  }
  return undefined;
}
