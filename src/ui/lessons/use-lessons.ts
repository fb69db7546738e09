import { useEffect, useState } from 'react';
import type { GraphDocument } from '../../document/schema.ts';
import { useStores } from '../../state/stores.ts';

/** The lessons that could be read, by id, and whether any could not; none where they are not wanted. */
export function useLessons(wanted = true): {
  documents: ReadonlyMap<string, GraphDocument>;
  missing: boolean;
} {
  const { lessons } = useStores();
  const [missing, setMissing] = useState(false);
  const [documents, setDocuments] = useState<ReadonlyMap<string, GraphDocument>>(new Map());
  useEffect(() => {
    if (!wanted) return undefined;
    let alive = true;
    void Promise.allSettled(lessons.ids.map(lessons.read)).then((results) => {
      if (!alive) return;
      const read = results.flatMap((result, i) =>
        result.status === 'fulfilled' && result.value.ok
          ? [[lessons.ids[i] ?? '', result.value.value] as const]
          : [],
      );
      setDocuments(new Map(read));
      setMissing(read.length < lessons.ids.length);
    });
    return () => {
      alive = false;
    };
  }, [lessons, wanted]);
  return { documents, missing };
}
