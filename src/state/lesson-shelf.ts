import { err, type Result } from '../core/result.ts';
import type { Language } from '../core/words.ts';
import { type ParseFailure, parseDocument } from '../document/parse.ts';
import type { GraphDocument } from '../document/schema.ts';

/** The lessons that ship with the page, by id, in the course's order; read when asked for. */
export interface LessonShelf {
  readonly ids: readonly string[];
  readonly read: (id: string) => Promise<Result<GraphDocument, ParseFailure>>;
  /** Whether a lesson has cards. */
  readonly hasCards: (id: string) => boolean;
  /** The text of a lesson's cards; nothing where there is none. */
  readonly readCards: (id: string, language: Language) => Promise<string | undefined>;
}

type Files = Readonly<Record<string, () => Promise<unknown>>>;

/** A shelf over lazily loaded files, keyed by path: `ID.json`, and beside them `ID.LANGUAGE.md`. */
export function createLessonShelf(files: Files, texts: Files): LessonShelf {
  const byId = new Map(Object.entries(files).map(([path, load]) => [nameOf(path), load]));
  const cards = new Map(Object.entries(texts).map(([path, load]) => [nameOf(path), load]));
  return {
    ids: [...byId.keys()].sort(),
    read: async (id) => {
      const load = byId.get(id);
      return load ? parseDocument(await load()) : err({ code: 'not-netwright' });
    },
    hasCards: (id) => cards.has(`${id}.en`),
    readCards: async (id, language) => {
      const text = await cards.get(`${id}.${language}`)?.();
      return typeof text === 'string' ? text : undefined;
    },
  };
}

/** A file's name without its folder and its ending. */
const nameOf = (path: string): string => path.replace(/^.*\/|\.(json|md)$/g, '');
