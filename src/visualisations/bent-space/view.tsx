import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ir } from '../../compiler/ir.ts';
import { type Domain, domainOf } from '../../engine/pictures/plane.ts';
import { rowWidths } from '../../engine/pictures/units.ts';
import { type SamplesOnScreen, useSamples } from '../../state/samples.ts';
import { useCompilation } from '../../state/stores.ts';
import { Button } from '../../ui/kit/button.tsx';
import { formatShare, formatTerm } from '../../ui/kit/format.ts';
import { Select } from '../../ui/kit/select.tsx';
import { Slider } from '../../ui/kit/slider.tsx';
import { FoldSection } from '../fold-section.tsx';
import { lastHidden } from '../last-hidden.ts';
import { useColouring } from '../plane-colouring.ts';
import { useClassName } from '../use-class-name.ts';
import { useLayerName } from '../use-layer-name.ts';
import { usePicture } from '../use-picture.ts';
import { Drawing, pairAt } from './drawing.tsx';
import { extentOf } from './extent.ts';
import { BentLegend } from './legend.tsx';
import type { BentAxes, BentPicture, BentRequest, SeparatingLine } from './probe.ts';
import { useBend } from './use-bend.ts';

/** The input plane and the training points as one of the layers sees them. */
export function BentSpaceView() {
  const { t } = useTranslation();
  const ir = useCompilation((compilation) => compilation.ir);
  const samples = useSamples();
  const layers = useMemo(() => (ir ? layersOf(ir) : []), [ir]);
  if (!ir || layers.length === 0 || !samples) return null;
  return (
    <FoldSection id="bent-space" title={t('spaces.bentTitle')}>
      {() => <BentSpace samples={samples} layers={layers} usual={lastHidden(ir)} />}
    </FoldSection>
  );
}

interface Layer {
  readonly id: string;
  readonly width: number;
}

/** Layers whose space has two dimensions or more; the data is none of them. */
const layersOf = (ir: Ir): Layer[] =>
  [...rowWidths(ir)].flatMap(([id, width]) =>
    width >= 2 && id !== ir.source.id ? [{ id, width }] : [],
  );

const COMPONENTS = 'components';
/** Units of a wide layer that can be chosen. */
const MOST_UNITS = 200;
/** Up to this many points carry their inputs, and are listed for those who cannot see them. */
const LABELLED = 8;

function BentSpace({
  samples,
  layers,
  usual,
}: {
  samples: SamplesOnScreen;
  layers: readonly Layer[];
  usual: string | undefined;
}) {
  const { t } = useTranslation();
  const nameOf = useLayerName();
  const [chosen, setChosen] = useState('');
  const [pair, setPair] = useState<BentAxes>();
  const find = (id: string | undefined) => layers.find((layer) => layer.id === id);
  const layer = find(chosen) ?? find(usual) ?? layers.at(-1);
  const width = layer?.width ?? 2;
  const fitting = pair === COMPONENTS || pair?.every((unit) => unit < width) ? pair : undefined;
  const axes = fitting ?? (width === 2 ? firstTwo : COMPONENTS);
  const { all } = samples;
  const isPlane = all.spec.input.length === 1 && all.spec.input[0] === 2;
  const plane = useMemo(() => (isPlane ? domainOf(all) : undefined), [all, isPlane]);
  const node = layer?.id;
  const key = JSON.stringify(axes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the axes
  const request = useMemo<BentRequest | undefined>(
    () => (node === undefined ? undefined : { node, axes, domain: plane }),
    [node, key, plane],
  );
  const picture = usePicture<BentPicture>('bent-space', request);
  const shown =
    picture?.node === node && JSON.stringify(picture?.axes) === key ? picture : undefined;
  const units = Array.from({ length: Math.min(width, MOST_UNITS) }, (_, i) => ({
    value: String(i),
    title: t('spaces.unit', { unit: i + 1 }),
  }));
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2 text-[13px]">
        <Select
          label={t('spaces.layer')}
          value={node ?? ''}
          options={layers.map(({ id }) => ({ value: id, title: nameOf(id) }))}
          onChange={setChosen}
        />
        <Select
          label={t('spaces.across')}
          value={axes === COMPONENTS ? COMPONENTS : String(axes[0])}
          options={[...units, { value: COMPONENTS, title: t('spaces.components') }]}
          onChange={(next) =>
            setPair(
              next === COMPONENTS
                ? COMPONENTS
                : [Number(next), axes === COMPONENTS ? other(Number(next)) : axes[1]],
            )
          }
        />
        {axes === COMPONENTS ? null : (
          <Select
            label={t('spaces.up')}
            value={String(axes[1])}
            options={units}
            onChange={(next) => setPair([axes[0], Number(next)])}
          />
        )}
      </div>
      {shown ? (
        <Bent picture={shown} samples={samples} plane={plane} />
      ) : (
        <p className="text-ink-2">{t('spaces.waiting')}</p>
      )}
    </>
  );
}

const firstTwo = [0, 1] as const;
/** A unit beside another. */
const other = (unit: number): number => (unit === 0 ? 1 : 0);

function Bent({
  picture,
  samples,
  plane,
}: {
  picture: BentPicture;
  samples: SamplesOnScreen;
  plane: Domain | undefined;
}) {
  const { t } = useTranslation();
  const nameOf = useLayerName();
  const classNameOf = useClassName();
  const { colourOf } = useColouring(samples.all, false);
  const { bend, pull, play } = useBend();
  const held = useRef<{ readonly of: string; readonly extent: Domain }>(undefined);
  const of = `${picture.node} ${JSON.stringify(picture.axes)}`;
  const extent = extentOf(picture, held.current?.of === of ? held.current.extent : undefined);
  held.current = { of, extent };
  const { axes, line, points, inputs, labels, rows, shares } = picture;
  const { target } = samples.all.spec;
  const layer = nameOf(picture.node);
  const labelText = (label: number): string =>
    target.type === 'classes' ? classNameOf(label) : formatTerm(label);
  const labelled = rows <= LABELLED && inputs.length > 0;
  const names =
    axes === COMPONENTS
      ? (shares ?? [0, 0]).map((share, i) =>
          t('spaces.component', { number: i + 1, share: formatShare(share) }),
        )
      : axes.map((unit) => t('spaces.unit', { unit: unit + 1 }));
  const right =
    line && target.type === 'classes' && target.count === 2
      ? onTheirSide(line, points, labels)
      : undefined;
  const across = bend < 0.5 && plane ? 'x₁' : names[0];
  const up = bend < 0.5 && plane ? 'x₂' : names[1];
  return (
    <>
      <div className="mx-auto max-w-[min(340px,48vh)]">
        <p className="text-[13px] text-ink-3">{t('spaces.axisUp', { name: up })}</p>
        <Drawing
          label={t('spaces.bentLabel', { layer, rows })}
          labelText={labelText}
          scene={{
            picture,
            bend: plane ? bend : 1,
            plane,
            extent,
            colourOf,
            markOf: (label) => (target.type === 'classes' ? label : 0),
            labelled,
          }}
        />
        <p className="text-right text-[13px] text-ink-3">
          {t('spaces.axisAcross', { name: across })}
        </p>
      </div>
      {plane ? (
        <div className="flex items-center gap-2 text-[13px] text-ink-2">
          {t('spaces.input')}
          <Slider
            label={t('spaces.bend')}
            value={bend}
            min={0}
            max={1}
            step={0.01}
            onChange={pull}
          />
          {t('spaces.bent')}
          <Button look="outline" onClick={play}>
            {t(bend > 0.5 ? 'spaces.unbendIt' : 'spaces.bendIt')}
          </Button>
        </div>
      ) : null}
      <BentLegend samples={samples} line={line && nameOf(line.node)} hasGrid={picture.size > 0} />
      {right === undefined ? null : (
        <p className="mt-1 text-[13px] text-ink-2 tabular-nums" data-testid="bent-sides">
          {t(right === rows ? 'spaces.apart' : 'spaces.notApart', { right, rows })}
        </p>
      )}
      {labelled ? (
        <ul className="sr-only" data-testid="bent-points">
          {Array.from({ length: rows }, (_, row) => (
            <li key={`row ${row + 1}`} data-label={labels[row]}>
              {t('spaces.point', {
                from: pairAt(inputs, row),
                to: pairAt(points, row),
                label: labelText(labels[row] ?? 0),
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** Points on the side of the line that their class, 0 or 1, has. */
function onTheirSide(
  { weights, offset }: SeparatingLine,
  points: Float32Array,
  labels: Float32Array,
): number {
  let right = 0;
  for (let row = 0; row < labels.length; row++) {
    const [a, b] = [points[2 * row] as number, points[2 * row + 1] as number];
    const isAbove = weights[0] * a + weights[1] * b + offset > 0;
    if (isAbove === (labels[row] === 1)) right += 1;
  }
  return right;
}
