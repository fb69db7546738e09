import { Pause, Play } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Region, regionBefore, type SlidingWindow, windowAt } from '../../core/reading.ts';
import type { Shape } from '../../core/shape.ts';
import { type Place, valueAt, windowSum } from '../../core/window-sum.ts';
import { Button } from '../../ui/kit/button.tsx';
import { formatTerm } from '../../ui/kit/format.ts';
import { FramedMap, type Margin } from './framed-map.tsx';
import { Kernels } from './kernels.tsx';
import { MapGrid } from './map-grid.tsx';
import { mapStats } from './map-stats.ts';
import type { LayerMapsPicture } from './probe.ts';
import { receptiveField } from './receptive-field.ts';
import type { useLayer } from './use-layer.ts';
import { WindowArithmetic } from './window-arithmetic.tsx';

/** What windows cover beyond the edges of an image, over all places [rows, columns] of their output. */
function marginOf(
  [height = 1, width = 1, channels = 1]: Shape,
  window: SlidingWindow,
  [rows, columns]: readonly [number, number],
): Margin {
  const input = [height, width, channels];
  const first = windowAt(input, window, 0, 0);
  const last = windowAt(input, window, rows - 1, columns - 1);
  return {
    top: Math.max(0, -first.top),
    left: Math.max(0, -first.left),
    bottom: Math.max(0, last.bottom - height),
    right: Math.max(0, last.right - width),
  };
}

/** Time that the sliding window stays at one place, in ms. */
const SLIDE_PAUSE = 450;

/** A layer that gives maps: all of them, the one that is chosen, and where each of its pixels comes from. */
export function ImageLayer({
  layer,
  picture,
  showsAfter,
  shared,
}: {
  layer: ReturnType<typeof useLayer>;
  picture: LayerMapsPicture;
  showsAfter: boolean;
  shared: boolean;
}) {
  const { t } = useTranslation();
  const { network, node, reading, readingOf, titleOf, after } = layer;
  const shown = showsAfter && picture.after ? picture.after : picture.output;
  const [height = 1, width = 1, maps = 1] = shown.shape;
  const [chosen, setChosen] = useState(0);
  const [pressed, setPinned] = useState<{ y: number; x: number }>();
  const [hovered, setHovered] = useState<{ y: number; x: number }>();
  const [channel, setChannel] = useState(0);
  const [sliding, setSliding] = useState(false);
  const map = Math.min(chosen, maps - 1);
  const stats = useMemo(() => mapStats(shown), [shown]);
  // What is strongest is worth a look first.
  const pinned = pressed ?? stats.maps[map]?.peak ?? { y: 0, x: 0 };
  const at = hovered ?? pinned;
  const place: Place = { y: Math.min(at.y, height - 1), x: Math.min(at.x, width - 1), map };
  const [input] = picture.inputs;
  const window = reading?.how === 'window' ? reading : undefined;
  const sum =
    window && window.does !== 'separable' && input
      ? windowSum(input, picture.weights, window, place)
      : undefined;
  const pixel: Region = {
    top: place.y,
    left: place.x,
    bottom: place.y + 1,
    right: place.x + 1,
  };
  // A window is drawn whole, with the padding that it covers.
  const region =
    window && input
      ? windowAt(input.shape, window, place.y, place.x)
      : input && regionBefore(input.shape, reading, pixel);
  const field = network && node && receptiveField(network, readingOf, node.id, place);
  const channelsIn = sum?.channels.map((each) => each.channel) ?? [map];
  const readChannel = channelsIn.includes(channel) ? channel : (channelsIn[0] ?? 0);

  useEffect(() => {
    if (!sliding) return;
    const timer = setInterval(() => {
      setPinned((now) => {
        const next = now ? (now.y * width + now.x + 1) % (height * width) : 0;
        return { y: Math.floor(next / width), x: next % width };
      });
    }, SLIDE_PAUSE);
    return () => clearInterval(timer);
  }, [sliding, height, width]);

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
        {node ? (
          <div className="flex w-[132px] flex-col gap-3">
            {input && input.shape.length === 3 ? (
              <FramedMap
                title={t('look.reads', { name: titleOf(node.inputs[0] ?? '') })}
                tensor={input}
                map={Math.min(readChannel, (input.shape[2] ?? 1) - 1)}
                region={region}
                margin={window && marginOf(input.shape, window, [height, width])}
              />
            ) : null}
            {field && node.inputs[0] !== network?.source.id ? (
              <FramedMap
                title={t('look.field', {
                  size: `${field.bottom - field.top}×${field.right - field.left}`,
                })}
                tensor={picture.source}
                isPicture
                map={0}
                region={field}
              />
            ) : null}
          </div>
        ) : null}
        <div className="min-w-[240px] flex-1">
          {sum && window ? (
            <WindowArithmetic
              sum={sum}
              window={window}
              place={place}
              channel={readChannel}
              onChannel={setChannel}
              given={valueAt(picture.output, place)}
              after={
                picture.after && after !== undefined
                  ? { name: titleOf(after), value: valueAt(picture.after, place) }
                  : undefined
              }
            />
          ) : (
            <p className="num text-[13px] text-ink-2" data-testid="pixel-value">
              {t('look.pixel', {
                place: `${place.y}, ${place.x}`,
                value: formatTerm(valueAt(shown, place)),
              })}
              {reading?.how === 'each'
                ? ` ${t('look.from', {
                    value: picture.inputs
                      .filter(({ shape }) => shape.length === 3)
                      .map((each) => formatTerm(valueAt(each, place)))
                      .join(', '),
                  })}`
                : null}
            </p>
          )}
        </div>
        <div className="w-[180px]">
          <FramedMap
            title={t('look.map', { number: map + 1, count: maps })}
            tensor={shown}
            map={map}
            reach={shared ? stats.reach : undefined}
            region={pixel}
            place={place}
            onPoint={setHovered}
            onPress={setPinned}
          />
          <p className="num mt-1 text-[13px] text-ink-2" data-testid="map-range">
            {t('look.range', {
              min: formatTerm(stats.maps[map]?.min ?? 0),
              max: formatTerm(stats.maps[map]?.max ?? 0),
            })}
          </p>
          {window ? (
            <Button look="outline" onClick={() => setSliding(!sliding)}>
              {sliding ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
              {sliding ? t('look.stopSlide') : t('look.slide')}
            </Button>
          ) : null}
        </div>
      </div>
      <MapGrid
        tensor={shown}
        stats={stats}
        shared={shared}
        chosen={map}
        onChoose={(next) => setChosen(next)}
      />
      <Kernels
        picture={picture}
        window={window}
        channel={readChannel}
        chosen={map}
        onChoose={setChosen}
      />
    </div>
  );
}
