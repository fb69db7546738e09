import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useDocument, useStores, useView } from '../../state/stores.ts';

const reduced = matchMedia('(prefers-reduced-motion: reduce)');
const duration = (): number => (reduced.matches ? 0 : 250);

/** Room around the network, and no closer than its real size. */
export const fitOptions = { padding: 0.12, maxZoom: 1 };

/** Fits the canvas to a document that was opened, and brings asked-for nodes into view. */
export function useViewport(): void {
  const { fitView, getNodes, getViewport } = useReactFlow();
  const { documents, views } = useStores();
  const ready = useNodesInitialized();
  const origin = useDocument((state) => state.origin);
  const focus = useView((view) => view.focus);
  const [leftOpen, rightOpen] = useView((view) => [view.leftOpen, view.rightOpen] as const);
  const panels = useRef(`${leftOpen} ${rightOpen}`);
  const fitted = useRef(-1);

  useEffect(() => {
    if (fitted.current === origin) return;
    const { graph } = documents.getState().document;
    // A canvas that was opened empty stays where it is while it is filled.
    if (Object.keys(graph.nodes).length === 0) fitted.current = origin;
    if (!ready || fitted.current === origin) return;
    const first = fitted.current === -1;
    fitted.current = origin;
    void fitView({ ...fitOptions, duration: first ? 0 : duration() });
  }, [ready, origin, documents, fitView]);

  useEffect(() => {
    if (panels.current === `${leftOpen} ${rightOpen}`) return;
    panels.current = `${leftOpen} ${rightOpen}`;
    if (!ready) return;
    requestAnimationFrame(() => void fitView({ ...fitOptions, duration: duration() }));
  }, [leftOpen, rightOpen, ready, fitView]);

  useEffect(() => {
    if (!focus || !ready) return;
    const box = document.querySelector('.react-flow')?.getBoundingClientRect();
    const wanted = getNodes().filter(({ id, measured }) => measured && focus.nodes.includes(id));
    // A node that was just added has yet to be measured.
    if (wanted.length < focus.nodes.length) return;
    views.getState().set({ focus: undefined });
    const { x, y, zoom } = getViewport();
    const hidden = wanted.some(({ position, measured }) => {
      const left = position.x * zoom + x;
      const top = position.y * zoom + y;
      const right = left + (measured?.width ?? 0) * zoom;
      const bottom = top + (measured?.height ?? 0) * zoom;
      return box && (left < 0 || top < 0 || right > box.width || bottom > box.height);
    });
    if (hidden) void fitView({ ...fitOptions, duration: duration() });
  }, [focus, ready, views, fitView, getNodes, getViewport]);
}
