import { useTranslation } from 'react-i18next';
import { FramedMap } from './framed-map.tsx';
import type { TensorPicture } from './probe.ts';

/** Where a flattened number was in the image; pressing a pixel shows where it goes. */
export function RelabelPicture({
  input,
  unit,
  onChoose,
}: {
  input: TensorPicture;
  unit: number;
  onChoose: (unit: number) => void;
}) {
  const { t } = useTranslation();
  const [, width = 1, channels = 1] = input.shape;
  const map = unit % channels;
  const pixel = Math.floor(unit / channels);
  const [y, x] = [Math.floor(pixel / width), pixel % width];
  const go = (place: { y: number; x: number }): void =>
    onChoose((place.y * width + place.x) * channels + map);
  return (
    <div className="flex flex-wrap items-start gap-5">
      <div className="w-[160px]">
        <FramedMap
          title={t('look.map', { number: map + 1, count: channels })}
          tensor={input}
          map={map}
          region={{ top: y, left: x, bottom: y + 1, right: x + 1 }}
          onPress={go}
        />
      </div>
      <p className="num text-[13px] text-ink-2" data-testid="relabel">
        {t('look.relabel', { y, x, map })}
        <br />({y} · {width} + {x}) · {channels} + {map} = {unit}
      </p>
    </div>
  );
}
