import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useDocument, useStores, useStudy, useView } from '../../state/stores.ts';
import { useNarrow } from '../kit/use-narrow.ts';
import { fitOptions, stageOptions } from './fit-options.ts';
import { shownAs } from './folded.ts';
import { glideTime } from './motion.ts';

/** Fits the canvas to a document that was opened, and brings asked-for nodes into view. */
export function useViewport(): void {
  const { fitView, getNodes, getViewport } = useReactFlow();
  const { documents, views } = useStores();
  const ready = useNodesInitialized();
  const origin = useDocument((state) => state.origin);
  const focus = useView((view) => view.focus);
  const [leftOpen, rightOpen] = useView((view) => [view.leftOpen, view.rightOpen] as const);
  const [presenting, unfolded] = useStudy((study) => [study.presenting, study.unfolded] as const);
  const options = presenting ? stageOptions : fitOptions;
  const narrow = useNarrow();
  // A sheet lies over the canvas and leaves it as it is.
  const around = `${!narrow && leftOpen} ${!narrow && rightOpen} ${presenting} ${unfolded}`;
  const panels = useRef(around);
  const fitted = useRef(-1);

  useEffect(() => {
    if (fitted.current === origin) return;
    const { graph } = documents.getState().document;
    // A canvas that was opened empty stays where it is while it is filled.
    if (Object.keys(graph.nodes).length === 0) fitted.current = origin;
    if (!ready || fitted.current === origin) return;
    const first = fitted.current === -1;
    fitted.current = origin;
    void fitView({ ...options, duration: first ? 0 : glideTime() });
  }, [ready, origin, documents, fitView, options]);

  useEffect(() => {
    if (panels.current === around) return;
    panels.current = around;
    if (!ready) return;
    requestAnimationFrame(() => void fitView({ ...options, duration: glideTime() }));
  }, [around, ready, fitView, options]);

  useEffect(() => {
    if (!focus || !ready) return;
    const box = document.querySelector('.react-flow')?.getBoundingClientRect();
    const { document: shown } = documents.getState();
    const ids = new Set(focus.nodes.map((id) => shownAs(shown, id)));
    const wanted = getNodes().filter(({ id, measured }) => measured && ids.has(id));
    // A node that was just added has yet to be measured.
    if (wanted.length < ids.size) return;
    views.getState().set({ focus: undefined });
    const { x, y, zoom } = getViewport();
    const hidden = wanted.some(({ position, measured }) => {
      const left = position.x * zoom + x;
      const top = position.y * zoom + y;
      const right = left + (measured?.width ?? 0) * zoom;
      const bottom = top + (measured?.height ?? 0) * zoom;
      return box && (left < 0 || top < 0 || right > box.width || bottom > box.height);
    });
    if (hidden) void fitView({ ...fitOptions, duration: glideTime() });
  }, [focus, ready, documents, views, fitView, getNodes, getViewport]);
}
