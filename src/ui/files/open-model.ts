import type { TFunction } from 'i18next';
import type { Catalogue } from '../../compiler/resolve.ts';
import { MAX_FILE_BYTES, parseDocument, readJson } from '../../document/parse.ts';
import { type GraphDocument, MAX_TITLE } from '../../document/schema.ts';
import { type ForeignFormat, foreignFormat, HEAD } from '../../importers/foreign-format.ts';
import { tidyText } from '../../importers/json.ts';
import { archivedConfig } from '../../importers/keras-archive.ts';
import { readModel } from '../../importers/read-model.ts';
import type { DroppedFile } from '../../state/image-imports.ts';
import type { Notice } from '../../state/view-store.ts';
import { layOutBeside } from '../arrange/lay-out-beside.ts';
import { summarise } from './model-summary.ts';

/** What is about as large as a node that is not on screen yet, in pixels. */
const NODE = { width: 194, height: 84 };
/** The same with a note below it. */
const NOTED = { width: 232, height: 190 };
/** Room of a node with what is around it, in pixels. */
const CELL = { width: 264, height: 160 };
/** Largest archive that is looked into, in bytes. */
const MAX_ARCHIVE = 300_000_000;

/** What is needed to open a network of another program. */
interface Surroundings {
  readonly catalogue: Catalogue;
  readonly t: TFunction;
  readonly fileName: string;
  /** Files that were brought along: weights, perhaps. */
  readonly beside: readonly DroppedFile[];
  /** What of the canvas can be seen at once, in pixels. */
  readonly view: { readonly width: number; readonly height: number };
}

/** A network to open, if there is one, and what is to be said. */
interface Opening {
  readonly document?: GraphDocument;
  readonly notice: Omit<Notice, 'id'>;
}

/** What a file is that is no text: a network in an archive, or what to do with a file that is not read. */
export async function openForeign(
  file: File,
  surroundings: Surroundings,
): Promise<Opening | undefined> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const format = foreignFormat(file.name, head);
  if (format === undefined) return undefined;
  if (format === 'kerasArchive' && file.size <= MAX_ARCHIVE) {
    const config = archivedConfig(new Uint8Array(await file.arrayBuffer()), MAX_FILE_BYTES);
    const opened = config && (await openModel(config, surroundings, true));
    if (opened) return opened;
  }
  return advise(format, surroundings);
}

/** The network of another program in a text, and what is to be said of it; nothing where it holds none. */
export async function openModel(
  text: string,
  { catalogue, t, fileName, beside, view }: Surroundings,
  archived = false,
): Promise<Opening | undefined> {
  const value = readJson(text);
  if (!value.ok) return undefined;
  const weights = beside.map(({ path, file }) => ({
    path,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  }));
  const read = await readModel(value.value, weights, catalogue.layers);
  if (!read.ok) {
    if (read.error.code === 'not-a-model') return undefined;
    const why = t(`importing.${read.error.code}`, { ...read.error });
    return { notice: { tone: 'bad', text: `${why} ${t('file.untouched')}` } };
  }
  const { graph, meta } = read.value.document;
  const title = String(meta.title) || tidyText(fileName.replace(/\.[^.]*$/, ''), MAX_TITLE);
  const sizes = Object.fromEntries(
    Object.entries(graph.nodes).map(([id, { kind, foreign }]) => {
      const lacksData = catalogue.layers.get(kind)?.role === 'source';
      return [id, foreign || lacksData ? NOTED : NODE];
    }),
  );
  // What could not be read back from a file is not opened.
  const checked = parseDocument({
    ...read.value.document,
    layout: await layOutBeside({
      graph,
      sizes,
      flow: 'right',
      view: roomFor(Object.keys(sizes).length, view),
    }),
    meta: { ...meta, title },
  });
  if (!checked.ok) {
    const why = t(`file.${checked.error.code}`, { ...checked.error });
    return { notice: { tone: 'bad', text: `${why} ${t('file.untouched')}` } };
  }
  const said = summarise(read.value, title, catalogue, t);
  const more = archived ? ` ${t('importing.noted.weights-archived')}` : '';
  const tone = read.value.missing.length > 0 ? 'bad' : 'info';
  return { document: checked.value, notice: { tone, text: said + more, stays: true } };
}

/** A view in the form of the canvas in which so many nodes have room: a long network is not folded into a strip. */
function roomFor(count: number, { width, height }: Surroundings['view']): Surroundings['view'] {
  const needed = count * CELL.width * CELL.height;
  const scale = Math.max(1, Math.sqrt(needed / Math.max(1, width * height)));
  return { width: width * scale, height: height * scale };
}

const advise = (format: ForeignFormat, { t, fileName }: Surroundings): Opening => ({
  notice: {
    tone: 'bad',
    text: `${t(`importing.format.${format}`, { file: fileName })} ${t('file.untouched')}`,
  },
});
