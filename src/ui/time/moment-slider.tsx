import { Slider } from 'radix-ui';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recording } from '../../engine/frame.ts';
import { leapFrom, momentBeside } from './moments.ts';

const ways: Readonly<Record<string, -1 | 1>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
};
const leaps: Readonly<Record<string, -1 | 1>> = { PageDown: -1, PageUp: 1 };

/** The bar over the steps of a run. Arrows go from one recorded moment to the next. */
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
  /** Where the thumb is held; the picture follows it. */
  const [held, setHeld] = useState<number>();
  const past = at !== undefined;

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
      min={first}
      max={Math.max(first + 1, end)}
      step={1}
      value={[held ?? at ?? Math.max(first, end)]}
      disabled={end <= first}
      onValueChange={([step]) => {
        if (step === undefined) return;
        setHeld(step);
        onSeek(step >= end ? undefined : step);
      }}
      onValueCommit={() => setHeld(undefined)}
      className="relative flex h-8 min-w-0 grow cursor-pointer touch-none items-center pointer-coarse:h-11 data-disabled:cursor-default data-disabled:opacity-50"
    >
      <Slider.Track className="relative h-1 grow rounded-full bg-line">
        <Slider.Range
          className={`absolute h-full rounded-full ${past ? 'bg-accent' : 'bg-line-strong'}`}
        />
      </Slider.Track>
      <Slider.Thumb
        aria-label={t('time.slider')}
        aria-valuetext={text}
        onKeyDown={press}
        data-testid="moment"
        className={`block size-4 rounded-full border-[3px] bg-surface ${past ? 'border-accent' : 'border-line-strong'}`}
      />
    </Slider.Root>
  );
}
