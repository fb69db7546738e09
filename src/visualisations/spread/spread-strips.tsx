import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Spread } from '../../engine/spread/spread.ts';
import { useRun } from '../../state/stores.ts';
import { cssColour, type Rgb, useColours } from '../../ui/kit/colours.ts';
import { STRIP } from '../strip-width.ts';
import type { NodeSpread, SpreadPicture } from './probe.ts';
import { useJudgementText } from './use-judgement-text.ts';

/** Size of one distribution, in pixels. */
const TALL = 18;
const WIDE = 88;
const tokens = ['--neg', '--pos', '--line-strong', '--ink'];
const kinds = ['weights', 'values', 'gradients'] as const satisfies readonly (keyof NodeSpread)[];

/** How they are written in formulas. */
const signs = { weights: 'w', values: 'y', gradients: 'g' } as const;

/** How a layer's weights, values and gradients are spread, and in words what is wrong with them. */
export function SpreadStrips({ id }: { id: string }) {
  const { t } = useTranslation();
  const picture = useRun(({ frame, ready }) =>
    ready ? (frame?.pictures['spread'] as SpreadPicture | undefined) : undefined,
  );
  const tell = useJudgementText();
  const spreads = picture?.nodes[id];
  const words = picture?.judgements.filter(({ node }) => node === id) ?? [];
  return (
    <div data-testid="spread" className="mt-1" style={{ width: STRIP }}>
      {words.length > 0 ? (
        <p
          className="-mt-1 truncate font-medium text-ink"
          title={words.map((each) => tell(each).whole).join(' ')}
        >
          {words.map((each, i) => (
            <span key={each.code} data-judgement={each.code}>
              {i > 0 ? ' · ' : null}
              {tell(each).brief}
            </span>
          ))}
        </p>
      ) : null}
      {kinds.map((kind) => {
        const spread = spreads?.[kind];
        if (!spread) return null;
        return <Strip key={kind} what={t(`spread.${kind}`)} sign={signs[kind]} spread={spread} />;
      })}
    </div>
  );
}

/** A few digits are enough for the ends of a strip, and always as wide. */
const brief = (value: number): string =>
  (value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e4)
    ? value.toExponential(0)
    : String(Number(value.toPrecision(2)))
  ).replaceAll('-', '−');

function Strip({ what, sign, spread }: { what: string; sign: string; spread: Spread }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [neg, pos, line, ink] = useColours(tokens) as [Rgb, Rgb, Rgb, Rgb];
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const [width, height] = [
      Math.round(WIDE * devicePixelRatio),
      Math.round(TALL * devicePixelRatio),
    ] as const;
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
    context.setTransform(width / WIDE, 0, 0, height / TALL, 0, 0);
    context.clearRect(0, 0, WIDE, TALL);
    const { low, high, mean, counts } = spread;
    const most = Math.max(...counts);
    const across = high > low ? (high - low) / counts.length : 0;
    const step = WIDE / counts.length;
    counts.forEach((count, i) => {
      if (count === 0) return;
      // A root lets the few be seen beside the many.
      const tall = Math.max(1, Math.sqrt(count / most) * (TALL - 2));
      const centre = low + (i + 0.5) * across;
      context.fillStyle = cssColour(centre < 0 ? neg : centre > 0 ? pos : line);
      context.fillRect(i * step, TALL - 1 - tall, step - 1, tall);
    });
    context.fillStyle = cssColour(line);
    context.fillRect(0, TALL - 1, WIDE, 1);
    context.fillStyle = cssColour(ink);
    const at = across > 0 ? ((mean - low) / (high - low)) * WIDE : WIDE / 2;
    context.fillRect(Math.min(WIDE - 1.5, Math.max(0, at - 0.75)), 0, 1.5, TALL);
  }, [spread, neg, pos, line, ink]);
  const [low, high, mean] = [spread.low, spread.high, spread.mean].map(brief);
  return (
    <figure
      className="m-0 mt-0.5 flex items-center gap-1"
      title={t('spread.said', { what, low, high, mean })}
    >
      <span className="num w-2.5 text-[13px] leading-4 text-ink-3" aria-hidden>
        {sign}
      </span>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('spread.said', { what, low, high, mean })}
        className="block shrink-0"
        style={{ width: WIDE, height: TALL }}
      />
      <figcaption
        className="num min-w-0 flex-1 truncate text-right text-[13px] leading-4 text-ink-2"
        aria-hidden
      >
        {mean}
      </figcaption>
    </figure>
  );
}
