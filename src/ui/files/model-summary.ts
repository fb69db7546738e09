import type { TFunction } from 'i18next';
import { compile } from '../../compiler/compile.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import { formatShape, isClosed } from '../../core/shape.ts';
import type { GraphDocument } from '../../document/schema.ts';
import type { Imported, Missing, Note } from '../../importers/report.ts';
import { countWeights } from '../canvas/nodes/arithmetic.ts';
import { formatCount } from '../kit/format.ts';

/** Layers that are named in a message; the rest is counted. */
const NAMED = 4;

/** What was read of another program's network, what was not, and what is otherwise here. */
export function summarise(
  { document, layers, missing, notes }: Imported,
  name: string,
  catalogue: Catalogue,
  t: TFunction,
): string {
  const { shapes } = compile(document.graph, catalogue);
  const total = [...shapes.values()].reduce((sum, { weights }) => sum + countWeights(weights), 0);
  const figures = { name, layers: formatCount(layers), parameters: formatCount(total) };
  const known = Object.keys(document.graph.nodes).every((id) => shapes.has(id));
  const open = openSource(document, catalogue);
  const sentences = open
    ? [t('importing.readOpen', { ...figures, ...open })]
    : [t(known ? 'importing.read' : 'importing.readUnknown', figures)];
  if (missing.length > 0) {
    const named = missing.slice(0, NAMED).map((each) => nameMissing(each, t));
    const rest = missing.length - named.length;
    const list = [...named, ...(rest > 0 ? [t('importing.more', { count: rest })] : [])].join(', ');
    sentences.push(t('importing.missing', { list }));
  }
  sentences.push(...notes.map((note) => explainNote(note, t)));
  return sentences.join(' ');
}

/** An input whose shape is not known whole, as it is called on the canvas. */
function openSource(
  { graph }: GraphDocument,
  { layers }: Catalogue,
): { readonly input: string; readonly shape: string } | undefined {
  for (const { kind: name, name: given, params } of Object.values(graph.nodes)) {
    const kind = layers.get(name);
    const read = kind?.role === 'source' ? kind.params.safeParse(params) : undefined;
    const shape = kind?.role === 'source' && read?.success ? kind.shape?.(read.data) : undefined;
    if (shape && !isClosed(shape)) return { input: given ?? name, shape: formatShape(shape) };
  }
  return undefined;
}

function nameMissing({ name, layer, reason, option, value }: Missing, t: TFunction): string {
  if (reason === 'option') return t('importing.missingOption', { name, layer, option, value });
  return t(reason === 'kind' ? 'importing.missingKind' : 'importing.missingShared', {
    name,
    layer,
  });
}

function explainNote({ code, ...data }: Note, t: TFunction): string {
  const spelt: Record<string, string | number> = Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'number' ? formatCount(value) : String(value),
    ]),
  );
  return t(`importing.noted.${code}`, spelt);
}
