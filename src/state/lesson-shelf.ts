import { err, type Result } from '../core/result.ts';
import { type ParseFailure, parseDocument } from '../document/parse.ts';
import type { GraphDocument } from '../document/schema.ts';

/** The lessons that ship with the page, by id, in the course's order; read when asked for. */
export interface LessonShelf {
  readonly ids: readonly string[];
  readonly read: (id: string) => Promise<Result<GraphDocument, ParseFailure>>;
}

/** A shelf over lazily loaded JSON files, keyed by path. */
export function createLessonShelf(
  files: Readonly<Record<string, () => Promise<unknown>>>,
): LessonShelf {
  const byId = new Map(
    Object.entries(files).map(([path, load]) => [path.replace(/^.*\/|\.json$/g, ''), load]),
  );
  return {
    ids: [...byId.keys()].sort(),
    read: async (id) => {
      const load = byId.get(id);
      return load ? parseDocument(await load()) : err({ code: 'not-netwright' });
    },
  };
}
