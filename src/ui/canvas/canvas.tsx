import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type EdgeChange,
  MiniMap,
  type NodeChange,
  type NodeProps,
  SelectionMode,
} from '@xyflow/react';
import {
  type Dispatch,
  lazy,
  type SetStateAction,
  Suspense,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../document/commands.ts';
import { useDocument, useStores, useStudy, useView } from '../../state/stores.ts';
import type { Adjust } from '../arrange/snapping.tsx';
import { noteOf } from '../comments/comment-id.ts';
import { coarse } from '../kit/coarse.ts';
import { useTargetMenu } from '../menus/use-target-menu.ts';
import { GraphNotes } from '../problems/graph-notes.tsx';
import { BoxEnd } from './box-end.ts';
import { MultiSelect } from './multi-select.tsx';
import { nodesBehind, positionsBehind, shownAmong } from './nodes/folded.ts';
import { NodeCard } from './nodes/node-card.tsx';
import { useNodeDrag } from './nodes/use-node-drag.ts';
import {
  type FlowNode,
  type FlowWire,
  NODE_KEYS,
  NODE_SELECTED,
  projectNodes,
  projectWires,
} from './project.ts';
import { SteadyFlow } from './steady-flow.tsx';
import { useLaterMeasures, useLaterSizes } from './use-later-sizes.ts';
import { CLICK_SLACK, Detail } from './viewport/detail.tsx';
import { leastZoom } from './viewport/fit-options.ts';
import { useEdgePan } from './viewport/use-edge-pan.ts';
import { useGlide } from './viewport/use-glide.ts';
import { useViewport } from './viewport/use-viewport.ts';
import { ViewControls } from './viewport/view-controls.tsx';
import { useWireName } from './wires/use-wire-name.ts';
import { useWiring } from './wires/use-wiring.ts';
import { WirePath } from './wires/wire-path.tsx';

const EmptyCanvas = lazy(async () => ({
  default: (await import('./empty-canvas.tsx')).EmptyCanvas,
}));
const Snapping = lazy(async () => ({
  default: (await import('../arrange/snapping.tsx')).Snapping,
}));
const LongPress = lazy(async () => ({
  default: (await import('./long-press.tsx')).LongPress,
}));
const RefusalHint = lazy(async () => ({
  default: (await import('./wires/refusal-hint.tsx')).RefusalHint,
}));
const Hints = lazy(async () => ({ default: (await import('../hints/hints.tsx')).Hints }));
const SelectionTools = lazy(async () => ({
  default: (await import('../arrange/selection-tools.tsx')).SelectionTools,
}));
const WiringLayer = lazy(async () => ({
  default: (await import('./wires/wiring-layer.tsx')).WiringLayer,
}));
const OpenWeight = lazy(async () => ({
  default: (await import('../weights/open-weight.tsx')).OpenWeight,
}));
const LivePictures = lazy(async () => ({
  default: (await import('./nodes/live-pictures.tsx')).LivePictures,
}));

// Most networks have no blocks.
const BlockCard = lazy(() => import('./nodes/block-card.tsx'));
const BlockFrames = lazy(() => import('./nodes/block-frames.tsx'));

const CommentCard = lazy(async () => ({
  default: (await import('../comments/comment-card.tsx')).CommentCard,
}));
const CommentTools = lazy(async () => ({
  default: (await import('../comments/comment-tools.tsx')).CommentTools,
}));

const nodeTypes = {
  layer: NodeCard,
  comment: LaterComment,
  block: (props: NodeProps<FlowNode>) => (
    // As large as a card: what is fitted to the canvas meanwhile has room for it.
    <Suspense fallback={<div className="h-[72px] w-[194px]" />}>
      <BlockCard {...props} />
    </Suspense>
  ),
};
const laterCopy = () => import('../edit/parts.ts');
const edgeTypes = { wire: WirePath };
/** Whether fingers can rest on this screen. */
const touches = navigator.maxTouchPoints > 0;
const minimapSize = { width: 128, height: 84 };
/** From so many on, those that are off the screen are not there: coming and going takes time in itself. */
const TOO_MANY = 1000;

/** The graph on its canvas: a view of the document, changed by commands only. */
export function Canvas() {
  const { t } = useTranslation();
  const stores = useStores();
  const { documents, views } = stores;
  // Not the document as a whole: of what a parameter is, only its card knows.
  const drawn = useDocument(({ document: { graph, blocks } }) => ({ wires: graph.wires, blocks }));
  const isEmpty = useDocument(({ document }) => Object.keys(document.graph.nodes).length === 0);
  const locked = useDocument((state) => state.locked);
  const presenting = useStudy((study) => study.presenting);
  const selection = useView((view) => view.selection);
  const boxSelect = useView((view) => view.boxSelect);
  const [nodes, setNodes] = useState<FlowNode[]>([]);
  const wireName = useWireName();
  const shownWires = useRef<FlowWire[]>([]);
  const wires = useMemo(() => {
    shownWires.current = projectWires(drawn, selection, wireName, shownWires.current);
    return shownWires.current;
  }, [drawn, selection, wireName]);
  const speech = {
    'edge.a11yDescription.default': t('canvas.wireKeys'),
    'minimap.ariaLabel': t('canvas.minimap'),
  };
  const adjust = useRef<Adjust>(undefined);
  const edgePan = useEdgePan();
  const drag = useNodeDrag(edgePan, laterCopy);
  const wiring = useWiring(edgePan);
  const targetMenu = useTargetMenu();
  useViewport();

  const resize = useCallback(
    (changes: NodeChange<FlowNode>[]) => setNodes((before) => applyNodeChanges(changes, before)),
    [],
  );
  useLaterMeasures();
  const resizesLater = useLaterSizes(resize);

  const onNodesChange = useCallback(
    (wanted: NodeChange<FlowNode>[]) => {
      if (resizesLater(wanted)) return;
      const changes = adjust.current?.(wanted) ?? wanted;
      const { dispatch } = documents.getState();
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length > 0) {
        const { selection: shown, select } = views.getState();
        const ids = new Set(shown.nodes);
        const notes = new Set(shown.notes);
        const now = documents.getState().document;
        for (const wanted of [false, true]) {
          for (const { id, selected } of chosen) {
            if (selected !== wanted) continue;
            const note = noteOf(id);
            if (note !== undefined) notes[selected ? 'add' : 'delete'](note);
            else for (const node of nodesBehind(now, id)) ids[selected ? 'add' : 'delete'](node);
          }
        }
        select([...ids], shown.wires, [...notes]);
      }
      // A drag is written when it ends; an arrow key moves without a drag.
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.dragging === false && change.position
          ? [[change.id, change.position] as const]
          : [],
      );
      const shown = changes.filter((change) => change.type !== 'remove');
      if (drag.left()) {
        const { selection: chosen } = views.getState();
        setNodes((before) =>
          projectNodes(documents.getState().document, chosen, applyNodeChanges(shown, before)),
        );
        return;
      }
      setNodes((before) => applyNodeChanges(shown, before));
      if (moved.length > 0) {
        const layers = moved.filter(([id]) => noteOf(id) === undefined);
        const positions = positionsBehind(
          documents.getState().document,
          Object.fromEntries(layers),
        );
        const notes = moved.flatMap(([id, at]) => {
          const note = noteOf(id);
          return note === undefined ? [] : [[note, at] as const];
        });
        const places = Object.fromEntries(notes);
        if (drag.copies()) {
          void laterCopy().then(({ addCopyAt }) => {
            addCopyAt(stores, t, positions, places);
            const { selection: copied } = views.getState();
            setNodes((before) => projectNodes(documents.getState().document, copied, before));
          });
          return;
        }
        const commands: Command[] = [
          ...(layers.length > 0 ? [{ type: 'move' as const, positions }] : []),
          ...(notes.length > 0 ? [{ type: 'moveNotes' as const, positions: places }] : []),
        ];
        dispatch(commands, drag.gesture());
      }
    },
    [stores, documents, views, drag, resizesLater, t],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange<FlowWire>[]) => {
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length === 0) return;
      const ids = new Set(views.getState().selection.wires);
      for (const { id, selected } of chosen) ids[selected ? 'add' : 'delete'](id);
      const { nodes: layers, notes } = views.getState().selection;
      views.getState().select(layers, [...ids], notes);
    },
    [views],
  );

  return (
    <main
      aria-label={t('canvas.label')}
      aria-describedby={NODE_KEYS}
      className="relative min-h-0 min-w-0"
      data-testid="canvas"
    >
      <span tabIndex={-1} data-leave="back" />
      <p id={NODE_KEYS} className="sr-only">
        {t('canvas.nodeKeys')}
      </p>
      <span id={NODE_SELECTED} hidden>
        {t('canvas.selected')}
      </span>
      <SteadyFlow
        nodes={nodes}
        edges={wires}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        autoPanOnNodeDrag={false}
        autoPanSpeed={8}
        // On a phone any place is near an edge: what a finger draws its box around would flee from it.
        autoPanOnSelection={!coarse.matches}
        {...drag.handlers}
        onNodeClick={(event, { id, type }) => {
          const adds = event.shiftKey || event.metaKey || event.ctrlKey;
          // A press on one of several that are selected means that one.
          if (type === 'layer' && !adds) views.getState().select([id]);
          if (type === 'block' && !locked) views.getState().set({ rightTab: 'layer' });
        }}
        onNodeDoubleClick={(_, { id }) => {
          if (locked) return;
          views
            .getState()
            .set(
              noteOf(id) === undefined
                ? { rightTab: 'layer', rightOpen: true, editing: id }
                : { editing: id },
            );
        }}
        {...targetMenu}
        zoomOnDoubleClick={false}
        paneClickDistance={CLICK_SLACK}
        {...wiring}
        disableKeyboardA11y
        edgesReconnectable={!locked}
        ariaLabelConfig={speech}
        connectionRadius={26}
        minZoom={leastZoom(nodes.length)}
        onlyRenderVisibleElements={nodes.length > TOO_MANY}
        maxZoom={2.5}
        nodesDraggable={!locked}
        nodesConnectable={!locked}
        deleteKeyCode={null}
        selectionMode={SelectionMode.Partial}
        selectionOnDrag={boxSelect}
        panOnDrag={boxSelect ? !coarse.matches && [1, 2] : true}
        multiSelectionKeyCode={null}
        zoomActivationKeyCode={null}
        panActivationKeyCode={null}
        proOptions={{ hideAttribution: true }}
      >
        <span tabIndex={-1} data-leave="on" />
        <Background variant={BackgroundVariant.Dots} gap={22} size={1} />
        {locked ? null : (
          <MiniMap
            pannable
            zoomable
            className="!m-3 hidden overflow-hidden rounded-lg border border-line lg:block"
            style={minimapSize}
          />
        )}
        {presenting ? null : <ViewControls />}
        <Glide setNodes={setNodes} />
        <Suspense fallback={null}>
          <LivePictures />
        </Suspense>
        <Detail />
        {drawn.blocks ? (
          <Suspense fallback={null}>
            <BlockFrames nodes={nodes} setNodes={setNodes} />
          </Suspense>
        ) : null}
        <Suspense fallback={null}>{touches ? <LongPress /> : null}</Suspense>
        <MultiSelect />
        <BoxEnd />
        <Suspense fallback={null}>{locked ? null : <WiringLayer />}</Suspense>
        <Suspense fallback={null}>{locked ? null : <Snapping adjust={adjust} />}</Suspense>
      </SteadyFlow>
      {nodes.length === 0 && isEmpty ? (
        <Suspense fallback={null}>
          <EmptyCanvas />
        </Suspense>
      ) : null}
      {locked || shownAmong(drawn, selection.nodes).size < 2 ? null : (
        <Suspense fallback={null}>
          <SelectionTools />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <OpenWeight />
      </Suspense>
      <GraphNotes />
      <Suspense fallback={null}>
        <RefusalHint />
      </Suspense>
      <Suspense fallback={null}>{locked ? null : <Hints />}</Suspense>
    </main>
  );
}

/** Keeps the canvas showing the nodes of the document. */
function Glide({ setNodes }: { setNodes: Dispatch<SetStateAction<FlowNode[]>> }) {
  useGlide(setNodes);
  return null;
}

function LaterComment(props: NodeProps<FlowNode>) {
  return (
    <>
      <Suspense fallback={null}>
        <CommentCard {...props} />
      </Suspense>
      <Suspense fallback={null}>{props.selected ? <CommentTools id={props.id} /> : null}</Suspense>
    </>
  );
}
