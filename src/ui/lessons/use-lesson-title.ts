import { useEffect, useState } from 'react';
import type { Words } from '../../core/words.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useStores } from '../../state/stores.ts';

/** The title of a lesson on the shelf, once it has been read. */
export function useLessonTitle(id: string | undefined): string | undefined {
  const { lessons } = useStores();
  const words = useWords();
  const [title, setTitle] = useState<Words | string>();
  useEffect(() => {
    setTitle(undefined);
    if (id === undefined) return;
    let alive = true;
    void lessons.read(id).then((read) => {
      if (alive && read.ok) setTitle(read.value.meta.title);
    });
    return () => {
      alive = false;
    };
  }, [id, lessons]);
  return title === undefined ? undefined : words(title);
}
