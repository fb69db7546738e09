import {
  type ReactFlowState,
  useNodesInitialized,
  useReactFlow,
  useStore,
  useStoreApi,
  type Viewport,
} from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { GraphDocument } from '../../../document/schema.ts';
import { useDocument, useStores, useStudy, useView } from '../../../state/stores.ts';
import { hasWindow } from '../../../state/view-store.ts';
import { useNarrow } from '../../kit/use-narrow.ts';
import { placeNotices } from '../../notices/place-notices.ts';
import { isInView, keepMiddle } from './bring-into-view.ts';
import { fitAll } from './fit.ts';
import { fitOptions, stageOptions } from './fit-options.ts';
import { glideTime } from './motion.ts';

/**
 * Fits the canvas to a document that was opened, and brings asked-for nodes into view. Where panels and messages
 * make room or take it, all that was in view stays so, and else the middle of the canvas.
 */
export function useViewport(): void {
  const { getNodes, getNodesBounds, getViewport, setViewport } = useReactFlow();
  const api = useStoreApi();
  const { documents, views, runs } = useStores();
  const ready = useNodesInitialized();
  const origin = useDocument((state) => state.origin);
  const [leftOpen, rightOpen, focus, beside, spread] = useView(
    (view) => [view.leftOpen, view.rightOpen, view.focus, view.beside, view.spread] as const,
  );
  const [presenting, unfolded] = useStudy((study) => [study.presenting, study.unfolded] as const);
  const options = presenting ? stageOptions : fitOptions;
  const standing = useView((view) =>
    placeNotices(view.notices, hasWindow(view))
      .standing.map(({ id }) => id)
      .join(),
  );
  const narrow = useNarrow();
  // A sheet lies over the canvas and leaves it as it is.
  const around = `${!narrow && leftOpen} ${!narrow && rightOpen} ${presenting} ${unfolded} ${standing}`;
  const panels = useRef({ around, presenting });
  const fitted = useRef(-1);
  const seen = useRef<Seen>(undefined);
  const size = useStore((state) => `${state.width} ${state.height}`);
  const heights = useStore(heightsOf);
  const before = useRef(heights);
  /** Whether the pictures in the cards were those of spreads when they last changed a card's height. */
  const drawn = useRef(spread);
  const showAll = useCallback(
    (duration = 0) => {
      const flow = { getNodes, setViewport };
      const { document } = documents.getState();
      const { beside } = views.getState();
      void fitAll(flow, document, { ...options, duration }, beside).then((view) => {
        seen.current = view && { view, layout: document.layout };
      });
    },
    [documents, views, options, getNodes, setViewport],
  );
  const isUntouched = useCallback(() => {
    const { layout } = documents.getState().document;
    return seen.current?.layout === layout && isSameView(seen.current.view, getViewport());
  }, [documents, getViewport]);

  useEffect(() => {
    const { graph } = documents.getState().document;
    // A canvas that was opened empty stays where it is while it is filled.
    if (Object.keys(graph.nodes).length === 0) fitted.current = origin;
    if (!ready || fitted.current === origin) return;
    const first = fitted.current === -1;
    fitted.current = origin;
    if (first) showAll();
    // What is around the canvas, and what is said at its top, follows the document: it stands in the next frame.
    else {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          showAll(glideTime());
        }),
      );
    }
  }, [ready, origin, documents, showAll]);

  // Cards of a lesson and panels come when the network is already seen: until one looks elsewhere or moves
  // something, all of it stays so.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the size of the canvas, what stands beside nodes and what lies over them are what this waits for
  useEffect(() => {
    if (isUntouched()) showAll();
  }, [size, beside, spread, showAll, isUntouched]);

  // Pictures come into cards when the worker has made them, and make them taller. Training moves nothing; where
  // other pictures were asked for, the first of them do.
  useEffect(() => {
    const grown = areSameCards(before.current, heights);
    before.current = heights;
    if (!grown) return;
    if ((drawn.current !== spread || !runs.getState().running) && isUntouched()) showAll();
    drawn.current = spread;
  }, [heights, spread, runs, showAll, isUntouched]);

  // Before the browser lays the page out anew: the canvas still has its old size.
  useLayoutEffect(() => {
    if (panels.current.around === around) return;
    const staged = panels.current.presenting !== presenting;
    panels.current = { around, presenting };
    if (!ready) return;
    const { width, height, domNode } = api.getState();
    const view = getViewport();
    const all = getNodesBounds(getNodes().filter(({ hidden }) => !hidden));
    const refit = staged || isInView(all, view, { width, height });
    requestAnimationFrame(() => {
      const now = { width: domNode?.clientWidth ?? width, height: domNode?.clientHeight ?? height };
      if (refit) showAll(glideTime());
      else void setViewport(keepMiddle(view, { width, height }, now), { duration: glideTime() });
    });
  }, [around, presenting, ready, api, showAll, getNodes, getNodesBounds, getViewport, setViewport]);

  useEffect(() => {
    if (!focus || !ready) return undefined;
    let isLate = false;
    const show = ({ viewShowing }: typeof import('./view-showing.ts')): void => {
      if (isLate) return;
      const flow = { getNodes, getNodesBounds, getViewport };
      const showing = viewShowing(flow, documents.getState().document, focus.nodes);
      // A node that was just added has yet to be measured.
      if (!showing) return;
      views.getState().set({ focus: undefined });
      if (showing.view) void setViewport(showing.view, { duration: glideTime() });
    };
    import('./view-showing.ts').then(show, () => {
      if (isLate) return;
      // Without what shows a part, all of it is shown.
      views.getState().set({ focus: undefined });
      showAll(glideTime());
    });
    return () => {
      isLate = true;
    };
  }, [focus, ready, documents, views, showAll, getNodes, getNodesBounds, getViewport, setViewport]);
}

/** How all of a network was shown, and how it was laid out then. */
interface Seen {
  readonly view: Viewport;
  readonly layout: GraphDocument['layout'];
}

const isSameView = (a: Viewport, b: Viewport): boolean =>
  a.x === b.x && a.y === b.y && a.zoom === b.zoom;

/** Every card and its height, a line each. */
const heightsOf = ({ nodes }: ReactFlowState): string =>
  nodes.map(({ id, measured }) => `${id} ${measured?.height ?? 0}`).join('\n');

/** Whether two lists of heights are of the same cards. */
function areSameCards(a: string, b: string): boolean {
  const cards = (list: string): string => list.replaceAll(/ [\d.]+$/gm, '');
  return a !== b && cards(a) === cards(b);
}
