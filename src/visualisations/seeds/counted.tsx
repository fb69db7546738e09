import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSeeds, useStores } from '../../state/stores.ts';
import { formatCount, formatFigure } from '../../ui/kit/format.ts';
import { Select } from '../../ui/kit/select.tsx';
import type { Judged } from './judged.ts';

/** Groups of starts that are named one by one. */
const NAMED = 3;
const orders = ['outcome', 'loss', 'seed'] as const;

/** How many starts solved it, and what became of the others. */
export function Counted({
  judged,
  rows,
  running,
}: {
  judged: Judged;
  rows: number;
  running: boolean;
}) {
  const { t } = useTranslation();
  const { seeds } = useStores();
  const order = useSeeds(({ setup }) => setup.order);
  return (
    <div className="mt-1.5 flex items-start gap-2">
      {/* Counted aloud once all have come. */}
      <p
        className="min-w-0 flex-1 tabular-nums"
        role={running ? undefined : 'status'}
        data-testid="seeds-counted"
      >
        {countedText(judged, rows, t)}
      </p>
      <Select
        label={t('seeds.order')}
        value={order}
        options={orders.map((value) => ({ value, title: t(`seeds.by.${value}`) }))}
        onChange={(next) => seeds.getState().arrange({ order: next })}
      />
    </div>
  );
}

function countedText({ tally }: Judged, rows: number, t: TFunction): string {
  const { count, solved, broke, medianSince, others, otherLoss } = tally;
  const known = { count: formatCount(count), solved: formatCount(solved) };
  const first =
    medianSince === undefined
      ? t('seeds.solved', known)
      : t('seeds.median', { ...known, since: formatCount(medianSince) });
  const left = count - solved - broke;
  return [first, ...othersText(), ...(broke > 0 ? [t('seeds.broke', { count: broke })] : [])]
    .map((sentence) => `${sentence}.`)
    .join(' ');

  function othersText(): string[] {
    if (left === 0) return [];
    if (others.length > NAMED) {
      const wrong = others.map((each) => each.wrong);
      const [from, to] = [Math.min(...wrong), Math.max(...wrong)];
      return [t('seeds.endedRange', { count: left, from, to, rows })];
    }
    if (others.length > 0) {
      const list = others.map((each, i) =>
        t(i === 0 ? 'seeds.ended' : 'seeds.endedMore', { ...each, rows }),
      );
      return [t('seeds.endedList', { list: list.join(', ') })];
    }
    if (!otherLoss) return [];
    const [from, to] = otherLoss.map(formatFigure);
    if (left === 1) return [t('seeds.endedLossOne', { from })];
    return [t('seeds.endedLoss', { count: left, from, to })];
  }
}
