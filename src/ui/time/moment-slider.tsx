import { Slider } from 'radix-ui';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recording } from '../../engine/frame.ts';
import { useOwnSize } from '../kit/use-own-size.ts';
import { leapFrom, momentBeside } from './moments.ts';
import { shareAt, stepAt, ticksOf, tickText } from './scale.ts';

const ways: Readonly<Record<string, -1 | 1>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
};
const leaps: Readonly<Record<string, -1 | 1>> = { PageDown: -1, PageUp: 1 };

/** Places of the bar that the thumb can be pulled to. */
const PLACES = 4000;

/** Between two steps that are written at the bar, in pixels. */
const APART = 56;

/** The bar over the steps of a run, with round ones written at it. Arrows go from one recorded moment to the next. */
export function MomentSlider({
  recording,
  text,
  onSeek,
}: {
  recording: Recording;
  /** What the moment is called by a screen reader. */
  text: string;
  /** Shows the moment nearest to a step; without one, the end. */
  onSeek: (step: number | undefined) => void;
}) {
  const { t } = useTranslation();
  const { first, end, at } = recording;
  /** Where the thumb is held, as a place of the bar; the picture follows it. */
  const [held, setHeld] = useState<number>();
  const past = at !== undefined;
  const bar = useRef<HTMLSpanElement>(null);
  const { width = 0 } = useOwnSize(bar) ?? {};
  const last = Math.max(first, end);
  const step = at ?? last;

  const letGo = (): void => setHeld(undefined);

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [way, leap] = [ways[event.key], leaps[event.key]];
    if (way) onSeek(momentBeside(recording, way));
    else if (leap) onSeek(leapFrom(recording, leap));
    else if (event.key === 'Home') onSeek(first);
    else if (event.key === 'End') onSeek(undefined);
    else return;
    event.preventDefault();
  }

  return (
    <Slider.Root
      ref={bar}
      min={0}
      max={PLACES}
      step={1}
      value={[held ?? Math.round(PLACES * (end <= first ? 1 : shareAt(recording, step)))]}
      disabled={end <= first}
      onValueChange={([place]) => {
        if (place === undefined) return;
        setHeld(place);
        const to = stepAt(recording, place / PLACES);
        onSeek(place >= PLACES || to >= end ? undefined : to);
      }}
      // A pull that ends where it began changes no value, and is let go of all the same.
      onValueCommit={letGo}
      onPointerUp={letGo}
      onLostPointerCapture={letGo}
      className="relative flex h-8 min-w-0 grow cursor-pointer touch-none items-center pb-2.5 pointer-coarse:h-11 data-disabled:cursor-default data-disabled:opacity-50"
    >
      <Slider.Track className="relative h-1 grow rounded-full bg-line">
        <Slider.Range
          className={`absolute h-full rounded-full ${past ? 'bg-accent' : 'bg-line-strong'}`}
        />
      </Slider.Track>
      {width > 0 && end > first ? <Ticks recording={recording} apart={APART / width} /> : null}
      <Slider.Thumb
        aria-label={t('time.slider')}
        // It is pulled over places; what it is at is a step.
        aria-valuemin={first}
        aria-valuemax={last}
        aria-valuenow={step}
        aria-valuetext={text}
        onKeyDown={press}
        data-testid="moment"
        data-moment
        className={`block size-4 rounded-full border-[3px] bg-surface ${past ? 'border-accent' : 'border-line-strong'}`}
      />
    </Slider.Root>
  );
}

/** Width of the thumb, in pixels: its middle does not come nearer to an end of the bar than half of it. */
const THUMB = 16;

/** Round steps below the bar. */
function Ticks({ recording, apart }: { recording: Recording; apart: number }) {
  return (
    <span
      aria-hidden="true"
      data-testid="moment-ticks"
      className="num pointer-events-none absolute inset-0 text-[12px] text-ink-3 leading-none"
    >
      {ticksOf(recording, apart).map((step) => {
        const share = shareAt(recording, step);
        return (
          <span
            key={step}
            className="absolute bottom-0 -translate-x-1/2"
            style={{ left: `calc(${100 * share}% + ${THUMB * (0.5 - share)}px)` }}
          >
            {tickText(step)}
          </span>
        );
      })}
    </span>
  );
}
