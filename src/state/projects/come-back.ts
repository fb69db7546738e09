import type { DocumentStore, HistoryPoint } from '../document-store.ts';
import type { ProjectStore } from './project-store.ts';

/**
 * Goes back to the work that something else took the place of, in its own project: as undo does where the
 * history still leads there, else as that project is kept.
 */
export async function comeBack(
  { documents, projects }: { documents: DocumentStore; projects: ProjectStore },
  { document, project }: Pick<HistoryPoint, 'document' | 'project'>,
): Promise<void> {
  if (documents.getState().project === project) return;
  const { pastStates, undo } = documents.temporal.getState();
  const at = pastStates.findLastIndex((point) => point.project === project);
  // It is asked for, so it is no accident.
  const { lift } = documents.getState();
  if (at >= 0) lift(['lecture'], () => undo(pastStates.length - at));
  if (documents.getState().project === project) return;
  if (await projects.getState().goTo(project)) return;
  lift(['lecture'], () => documents.getState().open(document, project));
}
