import { type Rect, useStore, useStoreApi } from '@xyflow/react';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Wire } from '../../document/schema.ts';
import { useDocument, useStores } from '../../state/stores.ts';
import { OverNodes } from '../canvas/canvas-layers.tsx';
import { shownAs } from '../canvas/nodes/folded.ts';
import { noteOf } from '../comments/comment-id.ts';
import { formatTerm } from '../kit/format.ts';
import { Chip, linesOf } from './chip.tsx';
import { apart, placeBeside, type Wanting } from './place-beside.ts';
import { type Reached, reachedBy } from './reached.ts';
import { placeOf, type Way } from './walk-place.ts';

/** What stands on the canvas, by name: numbers at a node, on a wire (`from>to`), or the loss. */
interface Standing {
  readonly id: string;
  readonly node?: string;
  readonly wire?: string;
  readonly chip: ReactNode;
}

/** From so far on, a line leads from numbers to what they belong to, in pixels of the canvas. */
const FAR = 16;

/**
 * The numbers that a walk has passed, beside their nodes: over no node and not over each other. Their places are
 * those of the whole walk, so that nothing moves from stop to stop; numbers without room near their node are seen
 * at their own stop only, further off.
 */
export function WalkNumbers({ way }: { way: Way }) {
  const { picture, ir, stops, at } = way;
  const { views } = useStores();
  const here = placeOf(way);
  const [now, whole] = useMemo(
    () => [
      picture && reachedBy(picture, ir, stops, at),
      picture && reachedBy(picture, ir, stops, stops.length - 1),
    ],
    [picture, ir, stops, at],
  );
  const isHere = ({ node, wire }: Pick<Standing, 'node' | 'wire'>): boolean =>
    node === undefined ? wire === here.wire : node === here.node;
  const all = useMemo(
    () => (whole ? standingIn(whole, ir.loss.id, () => false) : []),
    [whole, ir.loss.id],
  );
  const shown = now ? standingIn(now, ir.loss.id, isHere) : [];

  const measured = useRef<HTMLDivElement>(null);
  const [sizes, setSizes] = useState('');
  useLayoutEffect(() => {
    setSizes(
      Array.from(measured.current?.children ?? [], (child) =>
        child instanceof HTMLElement ? `${child.offsetWidth} ${child.offsetHeight}` : '',
      ).join('\n'),
    );
  });
  const anchors = useAnchors(all);
  const farOff = all.find(isHere)?.id;
  const places = useMemo(() => {
    const wanting = sizes.split('\n').flatMap((size, i): Wanting[] => {
      const [width = 0, height = 0] = size.split(' ').map(Number);
      const id = all[i]?.id;
      const anchor = id === undefined ? undefined : anchors.of.get(id);
      return id !== undefined && anchor && width > 0
        ? [{ id, anchor, width, height, anywhere: id === farOff }]
        : [];
    });
    return placeBeside(wanting, anchors.taken);
  }, [sizes, anchors, farOff, all]);

  useEffect(() => {
    const beside = [...places.values()];
    if (!isSame(beside, views.getState().beside)) views.getState().set({ beside });
  }, [places, views]);
  useEffect(() => () => views.getState().set({ beside: [] }), [views]);

  return (
    <OverNodes>
      <div ref={measured} aria-hidden className="invisible absolute size-0">
        {all.map(({ id, chip }) => (
          <div key={id} className="absolute w-max">
            {chip}
          </div>
        ))}
      </div>
      {shown.map((standing) => (
        <Numbers
          key={standing.id}
          {...standing}
          isHere={isHere(standing)}
          anchor={anchors.of.get(standing.id)}
          place={places.get(standing.id)}
        />
      ))}
    </OverNodes>
  );
}

const isSame = (a: readonly Rect[], b: readonly Rect[]): boolean =>
  a.length === b.length &&
  a.every(({ x, y, width, height }, i) => {
    const box = b[i];
    return x === box?.x && y === box.y && width === box.width && height === box.height;
  });

/** What a walk has come to, in the order in which it finds its places. */
function standingIn(
  { nodes, wires, loss }: Reached,
  end: string,
  isHere: (standing: Pick<Standing, 'node' | 'wire'>) => boolean,
): Standing[] {
  return [
    ...[...nodes].map(([node, labels]) => ({
      id: node,
      node,
      chip: <Chip lines={linesOf(labels)} isHere={isHere({ node })} />,
    })),
    ...(loss === undefined
      ? []
      : [
          {
            id: 'loss of all',
            node: end,
            chip: <Loss loss={loss} isHere={isHere({ node: end })} />,
          },
        ]),
    ...[...wires].map(([wire, label]) => ({
      id: wire,
      wire,
      chip: <Chip lines={[[[label]]]} isHere={isHere({ wire })} />,
    })),
  ];
}

function Loss({ loss, isHere }: { loss: number; isHere: boolean }) {
  return (
    <div
      className={`num whitespace-nowrap rounded-md border bg-surface px-1.5 py-0.5 text-[12px] shadow-card ${
        isHere ? 'border-accent' : 'border-line text-ink-2'
      }`}
    >
      <span className="text-ink-3">L</span> {formatTerm(loss)}
    </div>
  );
}

/** Numbers at their place, with a frame around the node where the walk is. */
function Numbers({
  node,
  wire,
  chip,
  isHere,
  anchor,
  place,
}: Standing & { isHere: boolean; anchor: Rect | undefined; place: Rect | undefined }) {
  if (!anchor) return null;
  // What is not whole yet stands at that end of its place that is nearer to what it belongs to.
  const isAbove = place !== undefined && place.y + place.height <= anchor.y;
  return (
    <div
      className="pointer-events-none absolute top-0 left-0"
      style={{ zIndex: isHere ? 6 : 5 }}
      {...(node === undefined ? {} : { 'data-walk-node': node })}
    >
      {isHere && node !== undefined ? (
        <div
          className="absolute rounded-card border-2 border-accent"
          style={{
            left: anchor.x - 4,
            top: anchor.y - 4,
            width: anchor.width + 8,
            height: anchor.height + 8,
          }}
        />
      ) : null}
      {place && apart(place, anchor) > FAR ? <Lead from={anchor} to={place} /> : null}
      {place ? (
        <div
          className={`absolute flex justify-center ${isAbove ? 'items-end' : 'items-start'}`}
          style={{ left: place.x, top: place.y, width: place.width, height: place.height }}
          {...(wire === undefined ? {} : { 'data-walk-wire': wire })}
        >
          <div className="shrink-0" data-walk-chip>
            {chip}
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** A line between what is nearest of two boxes. */
function Lead({ from, to }: { from: Rect; to: Rect }) {
  const [x1, x2] = nearest(from.x, from.width, to.x, to.width);
  const [y1, y2] = nearest(from.y, from.height, to.y, to.height);
  return (
    <svg className="absolute top-0 left-0 size-px overflow-visible" aria-hidden="true">
      <line {...{ x1, y1, x2, y2 }} stroke="var(--line-strong)" strokeDasharray="2 3" />
    </svg>
  );
}

/** Where two stretches are nearest: the middle of what they share, or their ends. */
function nearest(a: number, long: number, b: number, wide: number): readonly [number, number] {
  const [low, high] = [Math.max(a, b), Math.min(a + long, b + wide)];
  if (low <= high) return [(low + high) / 2, (low + high) / 2];
  return a < b ? [high, low] : [low, high];
}

/** What is around the middle of a wire, its label included, in pixels of the canvas. */
const AROUND = { x: 20, y: 22 };

/** The boxes that numbers belong to, and all that they keep off: nodes, and cards of folded blocks. */
function useAnchors(all: readonly Standing[]) {
  const api = useStoreApi();
  const shown = useDocument(({ document }) => document);
  // Nodes that move or grow are nodes anew.
  const nodes = useStore((flow) => flow.nodes);
  const ids = all.map(({ id }) => id).join('\n');
  const [anchors, setAnchors] = useState<{
    readonly of: ReadonlyMap<string, Rect>;
    readonly taken: readonly Rect[];
  }>({ of: new Map(), taken: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: nodes that moved have moved the wires
  useLayoutEffect(() => {
    const { nodeLookup } = api.getState();
    const boxOf = (id: string): Rect | undefined => {
      const node = nodeLookup.get(id);
      const { width, height } = node?.measured ?? {};
      if (!node || node.hidden || !width || !height) return undefined;
      return { ...node.internals.positionAbsolute, width, height };
    };
    const of = new Map<string, Rect>();
    for (const { id, node, wire } of all) {
      const box = node === undefined ? wireBox(shown, wire ?? '') : boxOf(shownAs(shown, node));
      if (box) of.set(id, box);
    }
    const taken = [...nodeLookup.keys()].flatMap((id) =>
      noteOf(id) === undefined ? (boxOf(id) ?? []) : [],
    );
    setAnchors({ of, taken });
  }, [ids, nodes, shown, api]);
  return anchors;
}

/** Where the middle of a wire is drawn. */
function wireBox({ graph }: { graph: { wires: readonly Wire[] } }, ends: string): Rect | undefined {
  const wire = graph.wires.find(({ from, to }) => `${from}>${to}` === ends);
  if (!wire) return undefined;
  const path = document.querySelector<SVGPathElement>(
    `.react-flow__edge[data-id="${CSS.escape(wire.id)}"] .react-flow__edge-path`,
  );
  const point = path?.getPointAtLength(path.getTotalLength() / 2);
  if (!point) return undefined;
  return {
    x: point.x - AROUND.x,
    y: point.y - AROUND.y,
    width: 2 * AROUND.x,
    height: 2 * AROUND.y,
  };
}
