import { useTranslation } from 'react-i18next';
import { formatFigure } from '../../ui/kit/format.ts';
import { ContourLines } from '../contour-lines.tsx';
import type { LandscapePicture } from './probe.ts';
import { alongAxis, costAt, shareOf } from './scale.ts';
import { useBall } from './use-ball.ts';

const SIDE = 300;

/** The cost over two parameters from above: darker is higher. */
export function Contours({
  picture,
  logarithmic,
  names,
  onDrop,
}: {
  picture: LandscapePicture;
  logarithmic: boolean;
  names: readonly string[];
  onDrop: (values: readonly number[]) => void;
}) {
  const { t } = useTranslation();
  const { axes, costs, size, here, path } = picture;
  const { ball, held, handlers } = useBall(picture, onDrop);
  const [first, second] = axes;
  if (!first || !second) return null;
  const point = (i: number): string => {
    const [u, v] = [shareOf(first, path[2 * i] ?? 0), shareOf(second, path[2 * i + 1] ?? 0)];
    return `${u * SIDE},${(1 - v) * SIDE}`;
  };
  const way = Array.from({ length: path.length / 2 }, (_, i) => point(i)).join(' ');
  const [u = 0, v = 0] = ball;
  const values = held ? [alongAxis(first, u), alongAxis(second, v)] : here;
  const cost = held ? costAt(picture, ball) : picture.cost;
  return (
    <div>
      <svg
        viewBox={`0 0 ${SIDE} ${SIDE}`}
        className="mx-auto block w-full max-w-[min(300px,34vh)] cursor-grab touch-none rounded-lg bg-surface-2"
        data-testid="landscape-contours"
        aria-label={t('landscape.contours')}
        {...handlers}
      >
        <ContourLines costs={costs} logarithmic={logarithmic} size={size} side={SIDE} />
        <polyline points={way} fill="none" stroke="var(--warn)" strokeWidth="1.8" />
        <circle
          cx={u * SIDE}
          cy={(1 - v) * SIDE}
          r="7"
          fill="var(--accent)"
          stroke="var(--surface)"
          strokeWidth="2"
          data-testid="landscape-ball"
        />
      </svg>
      <p className="num mt-1 text-center text-[13px] text-ink-2" data-testid="landscape-read">
        {names.map((name, i) => `${name} = ${formatFigure(values[i] ?? Number.NaN)}`).join(', ')}
        {' · '}
        {t('landscape.cost', { cost: formatFigure(cost) })}
      </p>
    </div>
  );
}
