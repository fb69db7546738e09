import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WeightMap } from '../../engine/executor.ts';
import { useRun, useStores } from '../../state/stores.ts';
import { NumberInput } from '../../ui/kit/number-input.tsx';
import { Select } from '../../ui/kit/select.tsx';
import { Switch } from '../../ui/kit/switch.tsx';
import { FoldSection } from '../fold-section.tsx';
import { type NamedParameter, useParameters } from '../use-parameters.ts';
import { usePicture } from '../use-picture.ts';
import { Contours } from './contours.tsx';
import { Curve } from './curve.tsx';
import type { Axis, LandscapePicture, LandscapeRequest } from './probe.ts';
import { stretchAround } from './scale.ts';
import { Surface } from './surface.tsx';

/** The cost as a landscape over one or two of the network's numbers. */
export function LandscapeView() {
  const { t } = useTranslation();
  const parameters = useParameters();
  if (parameters.length === 0) return null;
  return (
    <FoldSection id="landscape" title={t('landscape.title')}>
      {() => <Landscape parameters={parameters} />}
    </FoldSection>
  );
}

const NONE = 'none';

function Landscape({ parameters }: { parameters: readonly NamedParameter[] }) {
  const { t } = useTranslation();
  const { runs } = useStores();
  const [chosen, setChosen] = useState<readonly [string, string]>(['', '']);
  const [stretches, setStretches] = useState<Readonly<Record<string, Stretch>>>({});
  const [logarithmic, setLogarithmic] = useState(false);
  const [turned, setTurned] = useState(false);
  const weights = useRun(({ frame }) => frame?.weights);
  const find = (key: string) => parameters.find((each) => each.key === key);
  const first = find(chosen[0]) ?? parameters[0];
  const wanted = find(chosen[1]);
  const second =
    chosen[1] === NONE
      ? undefined
      : wanted && wanted !== first
        ? wanted
        : usualSecond(parameters, first);
  const axes = [first, second].flatMap((each) => (each ? [each] : []));
  const usual = useUsualStretches(axes, weights);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the axes
  const request = useMemo<LandscapeRequest | undefined>(() => {
    const [one, two] = axes.map(
      (each): Axis => ({
        node: each.node,
        tensor: each.tensor,
        index: each.index,
        ...(stretches[each.key] ?? usual[each.key] ?? { from: -5, to: 5 }),
      }),
    );
    return one && { axes: two ? [one, two] : [one] };
  }, [first?.key, second?.key, stretches, usual]);
  const picture = usePicture<LandscapePicture>('landscape', request);

  const drop = (values: readonly number[]): void => {
    const numbers = axes.map(({ node, tensor, index }, i) => ({
      node,
      tensor,
      index,
      value: values[i] ?? 0,
    }));
    runs.getState().place({ numbers, step: 0, epoch: 0 });
  };

  const drawn = picture?.axes.length === axes.length ? picture : undefined;
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2 text-[13px]">
        <Select
          label={t('landscape.over')}
          wide
          value={first?.key ?? ''}
          options={parameters.map(({ key, title }) => ({ value: key, title }))}
          onChange={(key) => setChosen([key, chosen[1]])}
        />
        {parameters.length > 1 ? (
          <Select
            label={t('landscape.andOver')}
            wide
            value={second?.key ?? NONE}
            options={[
              { value: NONE, title: t('landscape.alone') },
              ...parameters
                .filter(({ key }) => key !== first?.key)
                .map(({ key, title }) => ({ value: key, title })),
            ]}
            onChange={(key) => setChosen([first?.key ?? '', key])}
          />
        ) : null}
      </div>
      {!drawn ? (
        <p className="text-ink-2">{t('landscape.waiting')}</p>
      ) : drawn.axes.length === 1 ? (
        <Curve picture={drawn} logarithmic={logarithmic} onDrop={drop} />
      ) : turned ? (
        <Surface picture={drawn} logarithmic={logarithmic} />
      ) : (
        <Contours
          picture={drawn}
          logarithmic={logarithmic}
          names={axes.map(({ title }) => title)}
          onDrop={drop}
        />
      )}
      <p className="mt-1 text-[13px] text-ink-3">
        {t(turned && second ? 'landscape.turnHint' : 'landscape.hint')}
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-[13px] text-ink-2">
        <span className="flex items-center gap-1.5">
          {t('landscape.log')}
          <Switch label={t('landscape.log')} checked={logarithmic} onChange={setLogarithmic} />
        </span>
        {second ? (
          <span className="flex items-center gap-1.5">
            {t('landscape.turn')}
            <Switch label={t('landscape.turn')} checked={turned} onChange={setTurned} />
          </span>
        ) : null}
        {request?.axes.map(({ from, to }, i) => {
          const { key = '', title = '' } = axes[i] ?? {};
          const set = (change: Partial<Stretch>): void =>
            setStretches({ ...stretches, [key]: { from, to, ...change } });
          return (
            <span key={key} className="flex items-center gap-1.5">
              {title}
              <NumberInput
                label={t('landscape.from', { name: title })}
                value={from}
                min={-1e6}
                max={to - 1e-3}
                onChange={(next) => set({ from: next })}
              />
              –
              <NumberInput
                label={t('landscape.to', { name: title })}
                value={to}
                min={from + 1e-3}
                max={1e6}
                onChange={(next) => set({ to: next })}
              />
            </span>
          );
        })}
      </div>
    </>
  );
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The second axis where none was chosen: the next number, which is the bias of a line. */
const usualSecond = (
  parameters: readonly NamedParameter[],
  first: NamedParameter | undefined,
): NamedParameter | undefined => parameters.find(({ key }) => key !== first?.key);

/** Stretches that hold the weights as they are; they grow with them and never shrink while axes stay. */
function useUsualStretches(
  axes: readonly NamedParameter[],
  weights: WeightMap | undefined,
): Readonly<Record<string, Stretch>> {
  const wanted = Object.fromEntries(
    axes.map(({ key, node, tensor, index }) => [
      key,
      stretchAround([weights?.[node]?.[tensor]?.[index] ?? 0]),
    ]),
  );
  const [held, setHeld] = useState(wanted);
  const grown = Object.fromEntries(
    Object.entries(wanted).map(([key, stretch]) => {
      const before = held[key];
      return [key, before && before.to >= stretch.to ? before : stretch];
    }),
  );
  const same = JSON.stringify(grown) === JSON.stringify(held);
  if (!same) setHeld(grown);
  return same ? held : grown;
}
