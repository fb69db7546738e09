import { ChevronLeft, ChevronRight, Lock, X } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeOf } from '../../core/shape.ts';
import { shortestSingle } from '../../core/single.ts';
import { frozenAt } from '../../document/frozen.ts';
import type { WeightPlace } from '../../engine/executor.ts';
import { useCompilation, useDispatch, useDocument, useRun, useStores } from '../../state/stores.ts';
import type { ViewState } from '../../state/view-store.ts';
import type { WeightsPicture } from '../../visualisations/weights/probe.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { useDisplayName } from '../canvas/nodes/use-display-name.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { formatCount, formatFigure } from '../kit/format.ts';
import { NumberInput } from '../kit/number-input.tsx';
import { isWindowOpen } from '../kit/open-window.ts';
import { Select } from '../kit/select.tsx';
import { Slider } from '../kit/slider.tsx';
import { Switch } from '../kit/switch.tsx';
import { useCardPlace } from './use-card-place.ts';
import { useWayBack } from './use-way-back.ts';
import { labelOf, placeWords } from './weight-words.ts';

/** How wide the card is, in pixels. */
const WIDTH = 272;
/** Largest number that can be typed. */
const REACH = 1e6;
/** Places that the slider stops at on each side of 0. */
const STOPS = 200;

type Opened = NonNullable<ViewState['weight']>;

/** One weight or bias, opened where it was pressed: read, typed, pulled and frozen, while it trains or not. */
export function WeightEditor({ place, byKey }: Opened) {
  const { t } = useTranslation();
  const { runs, views } = useStores();
  const dispatch = useDispatch();
  const specs = useCompilation(({ shapes }) => shapes.get(place.node)?.weights ?? noWeights);
  const frozen = useDocument(({ document }) => document.training.frozen);
  const name = useDisplayName()(place.node);
  const one = useRun(
    ({ frame }) => (frame?.pictures['weights'] as WeightsPicture | undefined)?.one,
  );
  const isSame = one && one.node === place.node && one.tensor === place.tensor;
  const known = isSame && one.index === place.index ? one.value : undefined;
  const [pulled, setPulled] = useState<number>();
  /** The number that was just gone back to: the box takes the focus with it, before the run tells it. */
  const [returned, setReturned] = useState<number>();
  const stroke = useRef(0);
  /** The stroke that set the number last. */
  const pulling = useRef<number>(undefined);
  const { back, remember } = useWayBack(place);
  const card = useRef<HTMLElement>(null);
  const at = useCardPlace(card, place.node);
  const spec = specs[place.tensor];
  const value = pulled ?? returned ?? shortestSingle(known ?? 0);
  const reach = useReach(place, known);
  const close = (): void => {
    views.getState().set({ weight: undefined });
    if (card.current?.contains(document.activeElement)) focusNode(place.node);
  };
  useLeave(card, close);
  const isPlaced = at !== undefined;
  useEffect(() => {
    if (byKey && isPlaced) card.current?.querySelector('input')?.focus();
  }, [byKey, isPlaced]);
  // The button that was pressed is gone, and with it the focus would be.
  useEffect(() => {
    if (returned === undefined) return;
    card.current?.querySelector('input')?.focus();
    setReturned(undefined);
  }, [returned]);
  // The layer may go, or become another one, while one of its weights is open.
  useEffect(() => {
    if (!spec || place.index >= sizeOf(spec.shape)) views.getState().set({ weight: undefined });
  }, [spec, place.index, views]);
  if (!spec) return null;

  const size = sizeOf(spec.shape);
  const label = labelOf(spec, place.index);
  const isFrozen = frozenAt(frozen, place.node, spec.name, spec.shape).includes(place.index);
  const say = (text: string): void => views.getState().set({ said: { text } });
  const turnTo = (next: WeightPlace): void => {
    setPulled(undefined);
    views.getState().set({ weight: { place: next, byKey: false } });
  };
  const set = (next: number, within?: number): void => {
    const numbers = [{ ...place, value: next }];
    const hand = within === undefined ? {} : { stroke: within };
    const goesOn = within !== undefined && within === pulling.current;
    pulling.current = within;
    const isNew = !goesOn && remember(value);
    const anew = isNew ? t('weights.byHand') : '';
    if (within === undefined) {
      say(`${t('weights.set', { label, value: formatFigure(next) })}. ${anew}`.trim());
    } else if (isNew) say(anew);
    runs.getState().place({ numbers, step: 0, epoch: 0, ...hand });
  };
  const freeze = (wanted: boolean): void => {
    const { node, index } = place;
    const { name: tensor, shape } = spec;
    dispatch([{ type: 'freeze', node, tensor, shape, index, frozen: wanted }]);
    say(t(wanted ? 'weights.nowFrozen' : 'weights.nowFree', { label, value: formatFigure(value) }));
  };
  const begin = (): void => {
    stroke.current = performance.now();
  };

  return (
    <section
      ref={card}
      aria-label={t('weights.editor', { name })}
      data-testid="weight-editor"
      className="fixed z-40 rounded-card border border-line bg-surface px-3 pt-2 pb-3 text-[13px] shadow-card"
      style={{ width: WIDTH, ...(at ?? { visibility: 'hidden' }) }}
    >
      <header className="flex items-center gap-1">
        <b className="min-w-0 flex-1 truncate font-semibold">
          {name} · <span className="num">{label}</span>
        </b>
        {isFrozen ? <Lock size={14} aria-hidden className="text-ink-2" /> : null}
        <IconButton label={t('common.close')} onClick={close}>
          <X size={15} aria-hidden />
        </IconButton>
      </header>
      <div className="flex min-h-8 items-center justify-between gap-2 text-ink-2">
        <span>{placeWords(t, spec, place.index)}</span>
        {specs.length > 1 ? (
          <Select
            label={t('weights.tensor')}
            value={String(place.tensor)}
            options={specs.flatMap(({ name: title, trainable }, tensor) =>
              trainable ? [{ value: String(tensor), title }] : [],
            )}
            onChange={(tensor) => turnTo({ ...place, tensor: Number(tensor), index: 0 })}
          />
        ) : null}
      </div>
      <div className="mt-1 flex items-center gap-1">
        <IconButton
          label={t('weights.back')}
          disabled={place.index === 0}
          onClick={() => turnTo({ ...place, index: place.index - 1 })}
        >
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <NumberInput
          key={`${place.tensor} ${place.index}`}
          label={t('weights.value', { label })}
          value={value}
          min={-REACH}
          max={REACH}
          wide
          live
          wrongText={t('inspector.range', { min: -REACH, max: REACH })}
          onChange={set}
        />
        <IconButton
          label={t('weights.on')}
          disabled={place.index >= size - 1}
          onClick={() => turnTo({ ...place, index: place.index + 1 })}
        >
          <ChevronRight size={16} aria-hidden />
        </IconButton>
      </div>
      {/* What one hand pulls, without letting go, is one run. */}
      <fieldset
        aria-label={t('weights.pull', { label })}
        className="num mt-1 flex items-center gap-2 text-ink-3"
        onPointerDownCapture={begin}
        onFocusCapture={begin}
        onPointerUp={() => setPulled(undefined)}
        onBlur={() => setPulled(undefined)}
      >
        {formatFigure(-reach)}
        <Slider
          label={t('weights.pull', { label })}
          value={Math.max(-reach, Math.min(reach, value))}
          min={-reach}
          max={reach}
          step={reach / STOPS}
          onChange={(next) => {
            const rounded = shortestSingle(Math.fround(next));
            setPulled(rounded);
            set(rounded, stroke.current);
          }}
        />
        {formatFigure(reach)}
      </fieldset>
      <div className="mt-1 flex items-center gap-2">
        <Switch label={t('weights.freeze', { label })} checked={isFrozen} onChange={freeze} />
        <span className="font-medium">{t('weights.frozen')}</span>
      </div>
      <p className="mt-1 text-ink-3">
        {t(back ? 'weights.byHand' : isFrozen ? 'weights.frozenNote' : 'weights.freeNote')}
      </p>
      {back ? (
        <Button
          look="outline"
          data-testid="weight-back"
          onClick={() => {
            setPulled(undefined);
            back.go();
            setReturned(shortestSingle(back.value));
            const figures = { value: formatFigure(back.value), step: formatCount(back.step) };
            say(t('weights.isBack', { label, ...figures }));
          }}
        >
          {t('weights.goBack', {
            value: formatFigure(back.value),
            step: formatCount(back.step),
          })}
        </Button>
      ) : null}
    </section>
  );
}

const noWeights = [] as const;

/** How far the slider reaches: twice as far as the number was when it was opened. */
function useReach({ node, tensor, index }: WeightPlace, known: number | undefined): number {
  const [held, hold] = useState<{ readonly key: string; readonly reach: number }>();
  const key = `${node} ${tensor} ${index}`;
  if (known !== undefined && held?.key !== key) {
    hold({ key, reach: Math.max(2, Math.ceil(2 * Math.abs(known))) });
  }
  return held?.key === key ? held.reach : 2;
}

/** Closes with Escape, and when something else is pressed: not with what trains, steps and looks back. */
function useLeave(card: RefObject<HTMLElement | null>, close: () => void): void {
  const leave = useRef(close);
  leave.current = close;
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      const { target } = event;
      const isOther =
        target instanceof Element && !target.closest('[data-testid=weight-strip], [data-runs]');
      if (isOther && !card.current?.contains(target) && !target.closest('[data-radix-portal]')) {
        leave.current();
      }
    };
    const key = (event: KeyboardEvent): void => {
      // A window over the card is closed first; a number that stands still is given up first.
      if (event.key !== 'Escape' || isWindowOpen('dialog')) return;
      if (document.activeElement?.matches('[data-held]')) return;
      event.stopPropagation();
      leave.current();
    };
    addEventListener('pointerdown', press, { capture: true });
    addEventListener('keydown', key, { capture: true });
    return () => {
      removeEventListener('pointerdown', press, { capture: true });
      removeEventListener('keydown', key, { capture: true });
    };
  }, [card]);
}
