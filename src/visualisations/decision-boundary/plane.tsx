import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Domain, toPlane } from '../../engine/pictures/plane.ts';
import { addPoint, MAX_OWN_POINTS, removePoint } from '../../state/own-points.ts';
import type { SamplesOnScreen } from '../../state/samples.ts';
import { useDispatch, useDocument, useStores, useView } from '../../state/stores.ts';
import { formatFigure } from '../../ui/kit/format.ts';
import { useColouring, useScale } from '../plane-colouring.ts';
import { paintBoundary } from '../plane-paint.ts';
import { Points } from './points.tsx';
import type { BoundaryPicture } from './probe.ts';

/** A click reaches a point this far away, as a share of the picture's side. */
const REACH = 0.05;

/** The picture itself: hover reads, click adds a point, Alt-click removes one, digits choose a class. */
export function Plane({
  samples,
  domain,
  picture,
  label,
  erasing,
  shown,
  onLabel,
}: {
  samples: SamplesOnScreen;
  domain: Domain;
  picture: BoundaryPicture | undefined;
  label: number;
  erasing: boolean;
  /** Says which unit is shown in place of the prediction. */
  shown: string | undefined;
  onLabel: (label: number) => void;
}) {
  const { t } = useTranslation();
  const dispatch = useDispatch();
  const { views } = useStores();
  const hardEdges = useView((view) => view.hardEdges);
  const locked = useDocument((state) => state.locked);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { paint: predicted, colourOf } = useColouring(samples.all, hardEdges);
  const ofUnit = useScale(picture?.unit?.range);
  const paint = picture?.unit ? ofUnit : predicted;
  const [pointer, setPointer] = useState<readonly [number, number]>();
  const hovered = pointer !== undefined;
  const { target } = samples.all.spec;
  const classes = target.type === 'classes';
  // One class more than there are: a new one starts with its first point.
  const most = classes ? Math.min(9, target.count) : 0;

  const hint = locked
    ? ''
    : erasing
      ? t('boundary.hintErase')
      : classes
        ? t('boundary.hint', { cls: label })
        : t('boundary.hintNumber', { value: label });

  useEffect(() => {
    const element = canvas.current;
    if (!element || !picture) return;
    element.width = picture.size;
    element.height = picture.size;
    element.getContext('2d')?.putImageData(paintBoundary(picture, paint), 0, 0);
  }, [picture, paint]);

  useEffect(() => {
    if (!hovered || !classes) return;
    const choose = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLInputElement;
      const cls = Number(event.key);
      if (typing || !/^[0-9]$/.test(event.key) || cls > most) return;
      // Over the picture a digit is a class, elsewhere a panel.
      event.preventDefault();
      onLabel(cls);
    };
    addEventListener('keydown', choose, { capture: true });
    return () => removeEventListener('keydown', choose, { capture: true });
  }, [hovered, classes, most, onLabel]);

  function click(event: MouseEvent<HTMLElement>): void {
    if (locked) return;
    const place = toPlane(domain, ...shareOf(event));
    const { source, all } = samples;
    const reach = REACH * (domain.x[1] - domain.x[0]);
    if (event.altKey || erasing) {
      const removal = removePoint(source, all, place, reach);
      if (removal) dispatch([removal]);
      return;
    }
    if (all.rows >= MAX_OWN_POINTS) {
      const text = t('boundary.full', { max: MAX_OWN_POINTS });
      views.getState().notify({ tone: 'bad', text });
      return;
    }
    const round = (value: number): number => Math.round(value * 1000) / 1000;
    dispatch([addPoint(source, all, [round(place[0]), round(place[1]), label])]);
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a place in a picture is pointed at; the table beside it lists the samples */}
      <div
        className="relative aspect-square w-full cursor-crosshair touch-manipulation overflow-hidden rounded-lg border border-line bg-surface-2"
        role="img"
        aria-label={shown ?? t('boundary.canvas')}
        data-testid="boundary"
        onPointerMove={(event) => setPointer(shareOf(event))}
        onPointerLeave={() => setPointer(undefined)}
        onClick={click}
      >
        <canvas
          ref={canvas}
          className={`absolute inset-0 size-full ${picture ? '' : 'opacity-25'}`}
        />
        <Points train={samples.train} test={samples.test} domain={domain} colourOf={colourOf} />
      </div>
      <p
        className={`-mx-14 mt-1 min-h-5 text-center text-[13px] ${pointer ? 'num text-ink-2' : 'text-ink-3'}`}
        data-testid="boundary-read"
        data-hint={pointer || shown ? undefined : ''}
      >
        {pointer ? readout(pointer) : (shown ?? hint)}
      </p>
    </>
  );

  function readout([u, v]: readonly [number, number]): string {
    const [x, y] = toPlane(domain, u, v).map(formatFigure);
    if (!picture) return `x₁ ${x}, x₂ ${y}`;
    const { size, width, values } = picture;
    const column = Math.round(u * (size - 1));
    const row = Math.round(v * (size - 1));
    const at = (row * size + column) * width;
    const output = [...values.slice(at, at + width)];
    if (width === 1) return t('boundary.read', { x, y, value: formatFigure(output[0] ?? 0) });
    const cls = output.indexOf(Math.max(...output));
    return t('boundary.readClass', { x, y, cls, value: formatFigure(output[cls] ?? 0) });
  }
}

/** Where in the picture an event happened, as shares of its side from the top left. */
function shareOf(event: MouseEvent<HTMLElement> | PointerEvent<HTMLElement>): [number, number] {
  const box = event.currentTarget.getBoundingClientRect();
  const clamp = (share: number): number => Math.min(1, Math.max(0, share));
  return [
    clamp((event.clientX - box.left) / box.width),
    clamp((event.clientY - box.top) / box.height),
  ];
}
