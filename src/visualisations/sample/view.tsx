import { ChevronLeft, ChevronRight, Pencil } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleRef } from '../../engine/data/sample-ref.ts';
import { useCompilation, useRun, useStores, useView } from '../../state/stores.ts';
import { IconButton } from '../../ui/kit/button.tsx';
import { formatCount, formatFigure } from '../../ui/kit/format.ts';
import { MapCanvas } from '../../ui/kit/map-canvas.tsx';
import { Section } from '../../ui/kit/section.tsx';
import { Select } from '../../ui/kit/select.tsx';
import { Switch } from '../../ui/kit/switch.tsx';
import { useClassName } from '../use-class-name.ts';
import { usePicture } from '../use-picture.ts';
import { DrawPad } from './draw-pad.tsx';
import { type Ink, normaliseDrawing } from './normalise-drawing.ts';
import type { SamplePicture, SampleRequest } from './probe.ts';
import { Shares } from './shares.tsx';

type Row = Extract<SampleRef, { type: 'row' }>;

/** A smaller image shows no digit. */
const DRAWABLE = 8;

/** The image that the pictures are drawn for, what the network says of it, and ways to another one. */
export function SampleView() {
  const { t } = useTranslation();
  const { views } = useStores();
  const sample = useView((view) => view.sample);
  const hasNetwork = useCompilation(({ network }) => network !== undefined);
  const loading = useRun((run) => run.loading);
  const [drawing, setDrawing] = useState(false);
  const [occluding, setOccluding] = useState(false);
  const request = useMemo<SampleRequest>(
    () => ({ sample, occlusion: occluding }),
    [sample, occluding],
  );
  const picture = usePicture<SamplePicture>('sample', request);
  const nameOf = useClassName();
  const look = (next: SampleRef): void => views.getState().set({ sample: next });
  // Where to go back to after an image of one's own.
  const row = useRef<Row>({ type: 'row', part: 'test', index: 0 });
  if (sample.type === 'row') row.current = sample;
  if (!picture || !hasNetwork) {
    return (
      <Section title={t('sample.title')}>
        <p className="text-ink-2" role="status">
          {loading === undefined
            ? t(hasNetwork ? 'sample.coming' : 'sample.waiting')
            : t('sample.loading', { percent: Math.round(loading * 100) })}
        </p>
      </Section>
    );
  }
  const { shape, pixels, label, index, rows, shares, prediction, loss } = picture;
  const occlusion = occluding ? picture.occlusion : undefined;
  const [height = 1, width = 1, channels = 1] = shape;
  const reach = pixels.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const step = (by: number): void => {
    setDrawing(false);
    look({ ...row.current, index: (row.current.index + by + rows) % rows });
  };
  const drawn = (ink: Ink | undefined): void => {
    const own = ink && normaliseDrawing(ink, height, width);
    if (!own) return;
    const spread = Float32Array.from(pixels, (_, i) => own.values[Math.floor(i / channels)] ?? 0);
    look({ type: 'own', number: (sample.type === 'own' ? sample.number : 0) + 1, pixels: spread });
  };
  const remark =
    label === undefined
      ? t('sample.own')
      : t('sample.place', { index: formatCount(index + 1), rows: formatCount(rows) });
  return (
    <Section title={t('sample.title')} remark={remark}>
      <div className={`flex gap-3 ${drawing ? 'flex-wrap' : ''}`}>
        {drawing ? <DrawPad onDrawn={drawn} /> : null}
        <div className="w-[148px]">
          <div
            data-testid="sample-image"
            data-drawing={picture.own}
            data-index={index}
            data-label={label}
          >
            {occlusion ? (
              <MapCanvas
                map={{ height, width, values: occlusion.drops }}
                reach={Math.max(0.05, occlusion.reach)}
                label={t('sample.occlusionLabel')}
              />
            ) : (
              <MapCanvas
                map={{ height, width, values: pixels, stride: channels, colours: channels === 3 }}
                reach={reach || 1}
                label={t('sample.image')}
              />
            )}
          </div>
          <p className="mt-1 text-[13px] text-ink-2">
            {label === undefined
              ? t('sample.asSeen', { shape: `${height}×${width}` })
              : t('sample.label', { name: nameOf(label) })}
          </p>
        </div>
        <div className={drawing ? 'w-full' : 'min-w-0 flex-1'}>
          {shares ? (
            <Shares shares={shares} prediction={prediction} label={label} loss={loss} />
          ) : null}
        </div>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        <IconButton label={t('sample.previous')} onClick={() => step(-1)}>
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <IconButton label={t('sample.next')} onClick={() => step(1)}>
          <ChevronRight size={16} aria-hidden />
        </IconButton>
        {picture.hasTest ? (
          <Select
            label={t('sample.part')}
            value={row.current.part}
            options={[
              { value: 'test', title: t('sample.test') },
              { value: 'train', title: t('sample.train') },
            ]}
            onChange={(next) => look({ type: 'row', part: next, index: 0 })}
          />
        ) : null}
        {Math.min(height, width) >= DRAWABLE ? (
          <button
            type="button"
            aria-pressed={drawing}
            onClick={() => {
              if (drawing) look(row.current);
              setDrawing(!drawing);
            }}
            className="inline-flex h-8 items-center gap-1.5 rounded-lg border border-line px-2.5 text-ink-2 hover:bg-surface-2 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-ink"
          >
            <Pencil size={14} aria-hidden />
            {t('sample.draw')}
          </button>
        ) : null}
        {shares ? (
          <span className="ml-auto flex items-center gap-1.5 text-[13px] text-ink-2">
            {t('sample.occlusion')}
            <Switch label={t('sample.occlusion')} checked={occluding} onChange={setOccluding} />
          </span>
        ) : null}
      </div>
      {occlusion ? (
        <p className="mt-1 text-[13px] text-ink-3">
          {t('sample.occlusionText', {
            name: nameOf(occlusion.cls),
            share: formatFigure(occlusion.share),
            patch: occlusion.patch,
          })}
        </p>
      ) : null}
    </Section>
  );
}
