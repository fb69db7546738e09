import { type Node, type Rect, useStore, ViewportPortal } from '@xyflow/react';
import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useStudy, useView } from '../../state/stores.ts';
import { WalkControls } from '../../visualisations/walk/controls.tsx';
import { letterOf, useStageText } from '../../visualisations/walk/stage-text.ts';
import { useWalk } from '../../visualisations/walk/use-walk.ts';
import { shownAs } from '../canvas/folded.ts';
import { formatTerm } from '../kit/format.ts';
import { Chip, heightOf, widthOf } from './chip.tsx';
import { type Label, type NodeLabels, reachedBy } from './reached.ts';
import { useWalkArrows } from './use-walk-arrows.ts';
import { useWalkControl } from './use-walk-control.ts';

type Way = NonNullable<ReturnType<typeof useWalk>>;

/** A walk through an update on the canvas: where it is, and the numbers that it has passed. */
export function WalkLayer() {
  const way = useWalk();
  return way ? <Walking way={way} /> : null;
}

function Walking({ way }: { way: Way }) {
  const { picture, stops, at, ir } = way;
  const inPanel = useView(({ rightOpen, rightTab }) => rightOpen && rightTab === 'see');
  const presenting = useStudy((study) => study.presenting);
  useWalkControl(way);
  useWalkArrows();
  const reached = useMemo(
    () => picture && reachedBy(picture, ir, stops, at),
    [picture, ir, stops, at],
  );
  return (
    <>
      {presenting || inPanel ? null : <Bar way={way} />}
      <Mark way={way} />
      {reached && !(way.running && way.stage.type !== 'done') ? (
        <ViewportPortal>
          {[...reached.nodes].map(([id, labels]) => (
            <NodeChip key={id} id={id} labels={labels} way={way} />
          ))}
          {[...reached.wires].map(([key, label]) => (
            <WireChip key={key} ends={key} label={label} way={way} />
          ))}
          {reached.loss === undefined ? null : (
            <LossChip id={ir.loss.id} loss={reached.loss} way={way} />
          )}
        </ViewportPortal>
      ) : null}
    </>
  );
}

/** Which node, or which wire by its ends, the stop at hand is about. */
function placeOf({ stage, ir }: Way): { node?: string; wire?: string } {
  switch (stage.type) {
    case 'slope':
      return { wire: `${stage.from}>${stage.to}` };
    case 'cost':
      return { node: ir.loss.id };
    case 'value':
    case 'weight':
    case 'update':
      return { node: stage.node };
    default:
      return {};
  }
}

/** The stop's name over the canvas, with what leads on from it: where the panel that has them is not in sight. */
function Bar({ way }: { way: Way }) {
  const { t } = useTranslation();
  const { stageTitle } = useStageText();
  const { stage, ir, at, stops } = way;
  const node = 'node' in stage ? ir.nodes.find(({ id }) => id === stage.node) : undefined;
  const tensor = 'tensor' in stage ? letterOf(node?.weights[stage.tensor]?.name ?? '') : '';
  return (
    <div className="pointer-events-none absolute inset-x-3 top-3 z-10 flex justify-center">
      <div
        className="pointer-events-auto flex max-w-full flex-wrap items-center justify-center gap-x-3 rounded-card border border-line bg-surface py-0.5 pr-1 pl-3 shadow-card"
        data-testid="walk-bar"
      >
        <p className="min-w-0 truncate font-medium">{stageTitle(stage, tensor)}</p>
        <span className="num text-[13px] text-ink-3">
          <span className="sr-only">{t('updateWalk.at', { at: at + 1, count: stops.length })}</span>
          <span aria-hidden>
            {at + 1}/{stops.length}
          </span>
        </span>
        <WalkControls way={way} />
      </div>
    </div>
  );
}

/** Marks the wire at hand by a rule of its own: no other wire is drawn anew for it. */
function Mark({ way }: { way: Way }) {
  const { wire } = placeOf(way);
  const id = useWireId(wire);
  if (id === undefined) return null;
  const path = `.react-flow__edge[data-id="${CSS.escape(id)}"] .react-flow__edge-path`;
  return (
    <style>{`
      ${path} { stroke: var(--accent); stroke-width: 3; stroke-dasharray: 7 5; }
      @media (prefers-reduced-motion: no-preference) {
        ${path} { animation: walk-back 0.7s linear infinite; }
      }
      @keyframes walk-back { to { stroke-dashoffset: 12; } }
    `}</style>
  );
}

function useWireId(ends: string | undefined): string | undefined {
  const [from, to] = ends?.split('>') ?? [];
  return useDocument(
    ({ document }) => document.graph.wires.find((wire) => wire.from === from && wire.to === to)?.id,
  );
}

/** Where a node is on the canvas; a folded one is where its block's card is. */
function useBox(id: string) {
  const shown = useDocument(({ document }) => shownAs(document, id));
  const x = useStore((flow) => flow.nodeLookup.get(shown)?.internals.positionAbsolute.x);
  const y = useStore((flow) => flow.nodeLookup.get(shown)?.internals.positionAbsolute.y);
  const width = useStore((flow) => flow.nodeLookup.get(shown)?.measured.width);
  const height = useStore((flow) => flow.nodeLookup.get(shown)?.measured.height);
  if (x === undefined || y === undefined || !width || !height) return undefined;
  return { x, y, width, height };
}

/** Numbers side by side that are hardly wider than a node. */
const ROOM = 4;

/** All that has come to a node, in lines of so many columns that the next node is left free. */
function linesOf({ values, slopes, weights, updated }: NodeLabels): (readonly Label[])[][] {
  const columns = [values ? [values] : [], slopes ? [slopes] : [], weights, updated];
  const lines: (readonly Label[])[][] = [];
  let room = 0;
  for (const column of columns.filter(({ length }) => length > 0)) {
    const width = Math.max(...column.map(({ facts }) => widthOf(facts)));
    if (width > room) {
      lines.push([]);
      room = ROOM;
    }
    lines.at(-1)?.push(column);
    room -= width;
  }
  return lines;
}

/** From so tall on, a node holds a strip of small pictures, as high as this, in pixels of the canvas. */
const TALL = 78;
const STRIP = 32;

/** A line of numbers, the head of a node, and the lines that fit over its strip, in pixels of the canvas. */
const LINE = 15;
const HEAD = 46;
const LINES = 4;

/** Where numbers stand below a node: many lines rather cover its own small pictures than the name of the next. */
function topOf(height: number, { picture }: Way, lines: readonly (readonly Label[])[][]): number {
  const isLong = picture?.row === undefined && (picture?.rows ?? 0) > 2;
  if (!isLong || height <= TALL) return height + 5;
  const tall = (labels: readonly Label[]): number =>
    labels.reduce((sum, { facts }) => sum + heightOf(facts), 0);
  const count = lines.reduce((sum, columns) => sum + Math.max(...columns.map(tall)), 0);
  return Math.max(HEAD, height - STRIP - LINE * Math.max(0, count - LINES));
}

/** What stands at a node, with a frame around the one where the walk is. */
function AtNode({
  id,
  box,
  isHere,
  children,
}: {
  id: string;
  box: Rect;
  isHere: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className="pointer-events-none absolute"
      style={{ left: box.x, top: box.y, zIndex: isHere ? 6 : 5 }}
      data-walk-node={id}
    >
      {isHere ? (
        <div
          className="absolute rounded-card border-2 border-accent"
          style={{ left: -4, top: -4, width: box.width + 8, height: box.height + 8 }}
        />
      ) : null}
      {children}
    </div>
  );
}

function NodeChip({ id, labels, way }: { id: string; labels: NodeLabels; way: Way }) {
  const box = useBox(id);
  if (!box) return null;
  const isHere = placeOf(way).node === id;
  const lines = linesOf(labels);
  return (
    <AtNode id={id} box={box} isHere={isHere}>
      <div
        className="absolute -translate-x-1/2"
        style={{ left: box.width / 2, top: topOf(box.height, way, lines) }}
      >
        <Chip lines={lines} isHere={isHere} />
      </div>
    </AtNode>
  );
}

function LossChip({ id, loss, way }: { id: string; loss: number; way: Way }) {
  const box = useBox(id);
  if (!box) return null;
  const isHere = placeOf(way).node === id;
  return (
    <AtNode id={id} box={box} isHere={isHere}>
      <div
        className={`num absolute left-2 w-max whitespace-nowrap rounded-md border bg-surface px-1.5 py-0.5 text-[12px] shadow-card ${
          isHere ? 'border-accent' : 'border-line text-ink-2'
        }`}
        style={{ top: box.height + 5 }}
      >
        <span className="text-ink-3">L</span> {formatTerm(loss)}
      </div>
    </AtNode>
  );
}

const positionsOf = ({ nodes }: { nodes: Node[] }) => nodes;

function WireChip({ ends, label, way }: { ends: string; label: Label; way: Way }) {
  const id = useWireId(ends);
  // Wires are where their nodes are.
  const nodes = useStore(positionsOf);
  const [middle, setMiddle] = useState<{ x: number; y: number }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: nodes that moved have moved the wire
  useLayoutEffect(() => {
    const path =
      id === undefined
        ? null
        : document.querySelector<SVGPathElement>(
            `.react-flow__edge[data-id="${CSS.escape(id)}"] .react-flow__edge-path`,
          );
    const point = path?.getPointAtLength(path.getTotalLength() / 2);
    setMiddle(point && { x: point.x, y: point.y });
  }, [id, nodes]);
  if (!middle) return null;
  const isHere = placeOf(way).wire === ends;
  return (
    <div
      className="pointer-events-none absolute"
      style={{
        left: middle.x,
        top: middle.y - 22,
        transform: 'translate(-50%, -100%)',
        zIndex: isHere ? 7 : 4,
      }}
      data-walk-wire={ends}
    >
      <Chip lines={[[[label]]]} isHere={isHere} />
    </div>
  );
}
