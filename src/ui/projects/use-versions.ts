import { useCallback, useEffect, useMemo, useState } from 'react';
import { removeVersions } from '../../state/projects/project-archive.ts';
import { storageFailure } from '../../state/projects/storage-failure.ts';
import { keepVersion, listVersions, type Version } from '../../state/projects/versions.ts';
import { useDocument, useStores } from '../../state/stores.ts';

/**
 * Versions of the project on screen, and what is done with them. `failed`: storage cannot be reached; `trouble`
 * is why the last one could not be kept.
 */
export function useVersions() {
  const { documents, views } = useStores();
  const project = useDocument((state) => state.project);
  const [versions, setVersions] = useState<readonly Version[] | 'failed'>();
  const [trouble, setTrouble] = useState<string>();

  const attempt = useCallback(
    (act: () => Promise<unknown>): void => {
      setTrouble(undefined);
      act()
        .catch((error: unknown) => setTrouble(storageFailure(error)))
        .then(async () => setVersions(await listVersions(project)))
        .catch(() => setVersions('failed'));
    },
    [project],
  );
  useEffect(() => attempt(async () => {}), [attempt]);

  const actions = useMemo(() => {
    const now = () => documents.getState().document;
    return {
      keep: (name: string): void =>
        attempt(() => keepVersion(project, { cause: 'byHand', name, document: now() })),
      remove: ({ at }: Version): void => attempt(() => removeVersions(project, [at])),
      goBack: ({ document, name }: Version): void => {
        attempt(() => keepVersion(project, { cause: 'before', name: '', document: now() }));
        views.getState().select([]);
        documents.getState().goBackTo(document, name);
        views.getState().set({ focus: { nodes: Object.keys(document.graph.nodes) } });
      },
    };
  }, [attempt, documents, project, views]);

  return { versions, trouble, ...actions };
}
