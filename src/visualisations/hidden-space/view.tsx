import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ir } from '../../compiler/ir.ts';
import { rowWidths } from '../../engine/pictures/units.ts';
import { useCompilation, useRun } from '../../state/stores.ts';
import { Button } from '../../ui/kit/button.tsx';
import { formatCount, formatFigure, formatShare } from '../../ui/kit/format.ts';
import { MapCanvas } from '../../ui/kit/map-canvas.tsx';
import { Progress } from '../../ui/kit/progress.tsx';
import { Select } from '../../ui/kit/select.tsx';
import { StopButton } from '../../ui/kit/stop-button.tsx';
import { FoldSection } from '../fold-section.tsx';
import { lastHidden } from '../last-hidden.ts';
import { useClassName } from '../use-class-name.ts';
import { useLayerName } from '../use-layer-name.ts';
import { usePicture } from '../use-picture.ts';
import type { HiddenPicture, HiddenRequest } from './probe.ts';
import { Scatter } from './scatter.tsx';
import { useUmap } from './use-umap.ts';

/** The test images where the last hidden layer puts them, in two dimensions. */
export function HiddenSpaceView() {
  const { t } = useTranslation();
  const ir = useCompilation((compilation) => compilation.ir);
  const layers = useMemo(() => (ir ? layersOf(ir) : []), [ir]);
  if (!ir || layers.length === 0 || ir.source.spec.target.type !== 'classes') return null;
  return (
    <FoldSection id="hidden-space" title={t('spaces.hiddenTitle')}>
      {() => <HiddenSpace layers={layers} usual={lastHidden(ir)} />}
    </FoldSection>
  );
}

const layersOf = (ir: Ir): string[] =>
  [...rowWidths(ir)].flatMap(([id, width]) => (width >= 2 && id !== ir.source.id ? [id] : []));

function HiddenSpace({ layers, usual }: { layers: readonly string[]; usual: string | undefined }) {
  const { t } = useTranslation();
  const nameOf = useLayerName();
  const [chosen, setChosen] = useState('');
  const [look, setLook] = useState<number>();
  const { embedding, numbers, start, cancel } = useUmap();
  const has = (id: string | undefined) => id !== undefined && layers.includes(id);
  const node = has(chosen) ? chosen : has(usual) ? usual : layers.at(-1);
  const request = useMemo<HiddenRequest | undefined>(
    () => (node === undefined ? undefined : { node, look, numbers }),
    [node, look, numbers],
  );
  const given = usePicture<HiddenPicture>('hidden-space', request);
  const ready = useRun((run) => run.ready);
  const picture = ready && given?.node === node ? given : undefined;
  const embedded =
    embedding?.node === node && embedding?.places?.length === 2 * (picture?.rows ?? 0)
      ? embedding
      : undefined;
  const atWork = embedding && !embedding.places && !embedding.failed;
  const shares = picture?.shares.map(formatShare) ?? [];
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2 text-[13px] text-ink-2">
        <Select
          label={t('spaces.layer')}
          value={node ?? ''}
          options={layers.map((id) => ({ value: id, title: nameOf(id) }))}
          onChange={(next) => {
            cancel();
            setChosen(next);
          }}
        />
        {atWork ? (
          <>
            <Progress label={t('spaces.umapProgress')} share={embedding.share ?? 0} />
            <StopButton onStop={cancel}>{t('spaces.umapStop')}</StopButton>
          </>
        ) : (
          <Button
            look="outline"
            disabled={!picture}
            onClick={() => (node === undefined ? undefined : start(node))}
          >
            {t(embedded ? 'spaces.umapAgain' : 'spaces.umap')}
          </Button>
        )}
        {embedded ? (
          <Button look="outline" onClick={cancel}>
            {t('spaces.components')}
          </Button>
        ) : null}
      </div>
      {picture ? (
        <>
          <Scatter
            picture={picture}
            places={embedded?.places ?? picture.places}
            look={look}
            label={t('spaces.hiddenLabel', { layer: nameOf(picture.node), rows: picture.rows })}
            onLook={setLook}
          />
          <p
            className="mt-1 text-center text-[13px] text-ink-3 tabular-nums"
            data-testid="hidden-how"
          >
            {embedding?.failed
              ? t('spaces.umapFailed')
              : embedded
                ? t('spaces.umapOf', { step: formatCount(embedded.step ?? 0) })
                : t('spaces.pcaOf', { first: shares[0], second: shares[1] })}
          </p>
          <Looked picture={picture} look={look} />
          <p className="mt-1 text-[13px] text-ink-3">
            {t(picture.part === 'test' ? 'spaces.hiddenHint' : 'spaces.hiddenHintTrain', {
              rows: picture.rows,
            })}
          </p>
          <ClassLegend picture={picture} />
        </>
      ) : (
        <p className="text-ink-2">{t('spaces.waiting')}</p>
      )}
    </>
  );
}

/** The sample that is pointed at: its image, its class and what the network takes it for. */
function Looked({ picture, look }: { picture: HiddenPicture; look: number | undefined }) {
  const { t } = useTranslation();
  const nameOf = useClassName();
  const { image, labels, predictions, certainties } = picture;
  const shown = look !== undefined && look < picture.rows ? look : undefined;
  const [height = 1, width = 1, channels = 1] = image?.shape ?? [];
  const reach = image?.pixels.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? 0;
  return (
    <div className="mt-1 flex min-h-[72px] items-center gap-3">
      <div className="size-[72px] shrink-0 rounded bg-surface-2" data-testid="hidden-image">
        {image && image.look === shown ? (
          <MapCanvas
            map={{ height, width, values: image.pixels, stride: channels, colours: channels === 3 }}
            reach={reach || 1}
            label={t('spaces.imageOf', { name: nameOf(labels[image.look] ?? 0) })}
          />
        ) : null}
      </div>
      <p className="text-[13px] text-ink-2" aria-live="polite" data-testid="hidden-read">
        {shown === undefined
          ? t('spaces.pointAt')
          : t(predictions[shown] === labels[shown] ? 'spaces.takenRight' : 'spaces.takenWrong', {
              label: nameOf(labels[shown] ?? 0),
              prediction: nameOf(predictions[shown] ?? 0),
              share: formatFigure(certainties[shown] ?? 0),
            })}
      </p>
    </div>
  );
}

function ClassLegend({ picture }: { picture: HiddenPicture }) {
  const { t } = useTranslation();
  const nameOf = useClassName();
  const classes = [...new Set(picture.labels)].sort((a, b) => a - b);
  return (
    <ul className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-3">
      {classes.map((cls) => (
        <li key={cls}>
          <span className="num font-semibold" style={{ color: `var(--class-${cls % 10})` }}>
            {cls}
          </span>
          {nameOf(cls) === String(cls) ? '' : ` ${nameOf(cls)}`}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <i className="h-0.5 w-2.5 bg-bad" />
        {t('spaces.underlined')}
      </li>
    </ul>
  );
}
