import type { TFunction } from 'i18next';
import { compile } from '../../compiler/compile.ts';
import type { Catalogue } from '../../compiler/resolve.ts';
import { readJson } from '../../document/parse.ts';
import type { GraphDocument } from '../../document/schema.ts';
import { readModelValue } from '../../importers/read-model.ts';
import type { Imported, Missing, Note } from '../../importers/report.ts';
import type { Notice } from '../../state/view-store.ts';
import { layOutBeside } from '../arrange/lay-out-beside.ts';
import { countWeights } from '../canvas/arithmetic.ts';
import { formatCount } from '../kit/format.ts';

/** What is about as large as a node that is not on screen yet, in pixels. */
const NODE = { width: 194, height: 84 };
/** The same with a note below it. */
const NOTED = { width: 232, height: 190 };

/** Layers that are named in a message; the rest is counted. */
const NAMED = 4;

/** The network of another program in a text, and what is to be said of it; nothing where it holds none. */
export async function openModel(
  text: string,
  { catalogue, t, fileName, view }: Surroundings,
): Promise<{ document?: GraphDocument; notice: Omit<Notice, 'id'> } | undefined> {
  const value = readJson(text);
  const read = value.ok ? readModelValue(value.value, catalogue.layers) : undefined;
  if (!read || (!read.ok && read.error.code === 'not-a-model')) return undefined;
  if (!read.ok) {
    const why = t(`importing.${read.error.code}`, { ...read.error });
    return { notice: { tone: 'bad', text: `${why} ${t('file.untouched')}` } };
  }
  const title = read.value.document.meta.title || fileName.replace(/\.[^.]*$/, '');
  const { graph } = read.value.document;
  const sizes = Object.fromEntries(
    Object.entries(graph.nodes).map(([id, { foreign }]) => [id, foreign ? NOTED : NODE]),
  );
  const document: GraphDocument = {
    ...read.value.document,
    layout: await layOutBeside({ graph, sizes, flow: 'right', view }),
    meta: { ...read.value.document.meta, title },
  };
  const said = summary(read.value, String(title), catalogue, t);
  return {
    document,
    notice: { tone: read.value.missing.length > 0 ? 'bad' : 'info', text: said, stays: true },
  };
}

interface Surroundings {
  readonly catalogue: Catalogue;
  readonly t: TFunction;
  readonly fileName: string;
  /** What of the canvas can be seen at once, in pixels. */
  readonly view: { readonly width: number; readonly height: number };
}

/** What was read, what was not, and what is otherwise here. */
function summary(
  { document, layers, missing, notes }: Imported,
  name: string,
  catalogue: Catalogue,
  t: TFunction,
): string {
  const { shapes } = compile(document.graph, catalogue);
  const total = [...shapes.values()].reduce((sum, { weights }) => sum + countWeights(weights), 0);
  const figures = { name, layers: formatCount(layers), parameters: formatCount(total) };
  const known = Object.keys(document.graph.nodes).every((id) => shapes.has(id));
  const sentences = [t(known ? 'importing.read' : 'importing.readUnknown', figures)];
  if (missing.length > 0) {
    const named = missing.slice(0, NAMED).map((each) => nameMissing(each, t));
    const rest = missing.length - named.length;
    const list = [...named, ...(rest > 0 ? [t('importing.more', { count: rest })] : [])].join(', ');
    sentences.push(t('importing.missing', { list }));
  }
  sentences.push(...notes.map((note) => explainNote(note, t)));
  return sentences.join(' ');
}

function nameMissing({ name, layer, reason, option, value }: Missing, t: TFunction): string {
  if (reason === 'option') return t('importing.missingOption', { name, layer, option, value });
  return t(reason === 'kind' ? 'importing.missingKind' : 'importing.missingShared', {
    name,
    layer,
  });
}

const explainNote = (note: Note, t: TFunction): string =>
  t(`importing.noted.${note.code}`, { ...note });
