import { useTranslation } from 'react-i18next';
import { formatFigure } from '../../ui/kit/format.ts';
import { heightsOf } from '../heights.ts';
import type { LandscapePicture } from './probe.ts';
import { alongAxis, costAt, shareOf } from './scale.ts';
import { useBall } from './use-ball.ts';

const WIDTH = 300;
const HEIGHT = 150;
/** Room above the highest point, and for the ball below the lowest. */
const TOP = 8;
const BOTTOM = 10;

/** The cost over one parameter, the way that training has come, and a ball to drop anywhere. */
export function Curve({
  picture,
  logarithmic,
  onDrop,
}: {
  picture: LandscapePicture;
  logarithmic: boolean;
  onDrop: (values: readonly number[]) => void;
}) {
  const { t } = useTranslation();
  const { axes, costs, size, here, path } = picture;
  const [axis] = axes;
  const { ball, held, handlers } = useBall(picture, onDrop);
  if (!axis) return null;
  const heights = heightsOf(costs, logarithmic);
  const y = (height: number): number => HEIGHT - height * (HEIGHT - TOP);
  const line = Array.from(heights, (height, i) => `${(i / (size - 1)) * WIDTH},${y(height)}`);
  const heightAt = (share: number): number => {
    const at = Math.min(1, Math.max(0, share)) * (size - 1);
    const i = Math.min(size - 2, Math.floor(at));
    return (heights[i] ?? 0) + (at - i) * ((heights[i + 1] ?? 0) - (heights[i] ?? 0));
  };
  const [share = 0] = ball;
  const inside = share >= 0 && share <= 1;
  const cost = held ? costAt(picture, ball) : picture.cost;
  const value = held ? alongAxis(axis, share) : (here[0] ?? 0);
  return (
    <div>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + BOTTOM}`}
        className="w-full touch-none rounded-lg bg-surface-2"
        data-testid="landscape-curve"
        aria-label={t('landscape.curve')}
        {...handlers}
      >
        <polyline points={line.join(' ')} fill="none" stroke="var(--ink-2)" strokeWidth="1.5" />
        {[...path].map((each, i) => {
          const at = shareOf(axis, each);
          return at < 0 || at > 1 ? null : (
            <circle
              key={i}
              cx={at * WIDTH}
              cy={y(heightAt(at))}
              r="2"
              fill="var(--accent)"
              opacity="0.45"
            />
          );
        })}
        {inside ? (
          <circle
            cx={share * WIDTH}
            cy={y(heightAt(share))}
            r="7"
            className="cursor-grab"
            fill="var(--accent)"
            stroke="var(--surface)"
            strokeWidth="2"
            data-testid="landscape-ball"
          />
        ) : null}
      </svg>
      <p className="num mt-1 flex justify-between text-[13px] text-ink-3">
        <span>{formatFigure(axis.from)}</span>
        <span className="text-ink-2" data-testid="landscape-read">
          {t('landscape.read', { value: formatFigure(value), cost: formatFigure(cost) })}
        </span>
        <span>{formatFigure(axis.to)}</span>
      </p>
    </div>
  );
}
