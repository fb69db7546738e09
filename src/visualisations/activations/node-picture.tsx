import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { cssColour, useColours } from '../../ui/kit/colours.ts';
import { paintMap, useRamp } from '../../ui/kit/map-canvas.tsx';
import { useSame } from '../use-same.ts';
import type { ActivationsPicture, NodeActivation } from './probe.ts';
import { BARS, MAP, MAPS_IN_NODE, stripHeight } from './strip.ts';

/** Width of the strip in a node, in pixels. */
const WIDTH = 170;
/** The gap between two maps, in pixels. */
const GAP = 4;

const tokens = ['--line-strong'];

/** What a layer makes of the sample that is looked at: its first maps, or its units as bars. Press to look closer. */
export function NodePicture({ id, name, isImage }: { id: string; name: string; isImage: boolean }) {
  const { t } = useTranslation();
  const { views } = useStores();
  const activation = useSame(
    ({ frame }) => (frame?.pictures['activations'] as ActivationsPicture | undefined)?.[id],
  );
  const canvas = useRef<HTMLCanvasElement>(null);
  const ramp = useRamp();
  const [level] = useColours(tokens);
  const height = stripHeight(isImage);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const scale = devicePixelRatio;
    element.width = WIDTH * scale;
    element.height = height * scale;
    context.scale(scale, scale);
    context.imageSmoothingEnabled = false;
    if (!activation) return;
    const colourOf = (share: number): string =>
      cssColour(ramp[Math.round(127.5 * (1 + Math.max(-1, Math.min(1, share))))] ?? [0, 0, 0]);
    if (activation.map) drawMaps(context, activation, activation.map, ramp);
    else drawBars(context, activation, colourOf, cssColour(level ?? [0, 0, 0]));
  }, [activation, ramp, level, height]);
  const shown = activation?.map ? Math.min(MAPS_IN_NODE, activation.total) : undefined;
  const more = activation && shown !== undefined ? activation.total - shown : 0;
  return (
    <button
      type="button"
      aria-label={t('look.open', { name })}
      title={t('look.open', { name })}
      data-testid="node-picture"
      data-node-picture
      data-total={activation?.total}
      className="nodrag relative mt-1 block rounded"
      style={{ width: WIDTH, height }}
      onClick={() => views.getState().set({ lens: id })}
    >
      <canvas ref={canvas} className="block" style={{ width: WIDTH, height }} />
      {more > 0 ? (
        <span className="num absolute right-0 bottom-0 rounded bg-surface/85 px-1 text-[13px] leading-4 text-ink-2">
          +{more}
        </span>
      ) : null}
    </button>
  );
}

function drawMaps(
  context: CanvasRenderingContext2D,
  { values, reach, colours }: NodeActivation,
  [height, width]: readonly [number, number],
  ramp: Parameters<typeof paintMap>[2],
): void {
  const count = colours ? 1 : values.length / (height * width);
  const room = document.createElement('canvas');
  room.width = width;
  room.height = height;
  const fit = Math.min(MAP / height, MAP / width);
  for (let i = 0; i < count; i++) {
    const offset = i * height * width;
    room
      .getContext('2d')
      ?.putImageData(paintMap({ height, width, values, offset, colours }, reach, ramp), 0, 0);
    context.drawImage(room, i * (MAP + GAP), 0, width * fit, height * fit);
  }
}

/** Bars from a level line: up for positive, down for negative; a line in the middle if there are both. */
function drawBars(
  context: CanvasRenderingContext2D,
  { values, reach }: NodeActivation,
  colourOf: (share: number) => string,
  level: string,
): void {
  const hasNegative = values.some((value) => value < 0);
  const zero = hasNegative ? BARS / 2 : BARS - 1;
  const room = hasNegative ? BARS / 2 - 1 : BARS - 2;
  const step = Math.min(18, WIDTH / values.length);
  context.fillStyle = level;
  context.fillRect(0, zero, step * values.length, 1);
  values.forEach((value, i) => {
    const share = reach > 0 ? value / reach : 0;
    context.fillStyle = colourOf(share);
    const tall = Math.max(Math.abs(share) > 0 ? 1 : 0, Math.abs(share) * room);
    context.fillRect(i * step, share > 0 ? zero - tall : zero + 1, Math.max(1, step - 1), tall);
  });
}
