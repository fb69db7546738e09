import { err, ok, type Result } from '../core/result.ts';
import { migrate } from './migrations.ts';
import { documentSchema, FORMAT_VERSION, type GraphDocument } from './schema.ts';

/** Largest file that is read, in bytes. A lesson takes about 5 kB. */
export const MAX_FILE_BYTES = 8_000_000;

/** Deepest nesting that is read; recursion on anything deeper could run out of stack. */
const MAX_DEPTH = 100;

/** A key that is `__proto__`, however its letters are written. */
const hiddenKey = new RegExp(
  `"${[...'__proto__'].map((letter) => `(?:${letter}|${escapeOf(letter)})`).join('')}"\\s*:`,
);

/** Why a file could not become a document. Its words live in `i18n` under `file.<code>`. */
export type ParseFailure =
  | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'not-json'; readonly detail: string }
  | { readonly code: 'not-netwright' }
  | { readonly code: 'newer-version'; readonly version: number; readonly known: number }
  | { readonly code: 'invalid'; readonly path: string; readonly detail: string };

/** Reads a document from the text of a file. */
export function parseDocumentText(text: string): Result<GraphDocument, ParseFailure> {
  const json = readJson(text);
  return json.ok ? parseDocument(json.value) : json;
}

/** Reads a value from text that may come from anywhere: not too large, not too deep, no hidden keys. */
export function readJson(text: string): Result<unknown, ParseFailure> {
  if (text.length > MAX_FILE_BYTES) {
    return err({ code: 'too-large', bytes: text.length, limit: MAX_FILE_BYTES });
  }
  if (isDeeperThan(text, MAX_DEPTH)) {
    return err({ code: 'invalid', path: '', detail: `nested deeper than ${MAX_DEPTH}` });
  }
  // A record drops such a key without a word, and what stood under it.
  if (hiddenKey.test(text)) {
    return err({ code: 'invalid', path: '__proto__', detail: 'not a name' });
  }
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return err({ code: 'not-json', detail: error instanceof Error ? error.message : '' });
  }
}

/** Reads a document of this or an older format from a parsed value. */
export function parseDocument(value: unknown): Result<GraphDocument, ParseFailure> {
  if (!isRecord(value) || value['format'] !== 'netwright') return err({ code: 'not-netwright' });
  const version = value['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return err({ code: 'invalid', path: 'version', detail: String(version) });
  }
  if (version > FORMAT_VERSION) {
    return err({ code: 'newer-version', version, known: FORMAT_VERSION });
  }
  const parsed = documentSchema.safeParse(migrate(value, version));
  if (parsed.success) return ok(withoutStrayPlaces(parsed.data));
  const issue = parsed.error.issues[0];
  return err({
    code: 'invalid',
    path: issue?.path.join('.') ?? '',
    detail: issue?.message ?? '',
  });
}

/** Without the places of nodes that are not there: a file may name any number of them. */
function withoutStrayPlaces(document: GraphDocument): GraphDocument {
  const places = Object.entries(document.layout);
  const own = places.filter(([id]) => Object.hasOwn(document.graph.nodes, id));
  return own.length === places.length ? document : { ...document, layout: Object.fromEntries(own) };
}

/** The text of a file that `parseDocumentText` reads back. */
export const printDocument = (document: GraphDocument): string =>
  `${JSON.stringify(document, null, 2)}\n`;

/** Whether brackets outside of strings are nested deeper than a limit. */
function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (inString && character === '\\') i++;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > limit) return true;
  }
  return false;
}

/** A pattern for a letter of ASCII as JSON may write it: `\u005f`. */
function escapeOf(letter: string): string {
  const [first, last] = letter.charCodeAt(0).toString(16);
  return `\\\\u00${first}[${last}${last?.toUpperCase()}]`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
