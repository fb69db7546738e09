import type { GraphDocument } from '../../document/schema.ts';
import { GraphThumbnail } from '../lessons/graph-thumbnail.tsx';

/** A network in small; an empty canvas is an empty picture. */
export function ProjectPicture({ document }: { document: GraphDocument }) {
  return Object.keys(document.graph.nodes).length > 0 ? (
    <GraphThumbnail document={document} />
  ) : (
    <span className="block h-24 rounded-lg bg-bg" />
  );
}
