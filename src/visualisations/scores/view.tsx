import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompilation, useRun, useStores } from '../../state/stores.ts';
import { Button } from '../../ui/kit/button.tsx';
import { formatCount, formatFigure, formatShare } from '../../ui/kit/format.ts';
import { MapCanvas } from '../../ui/kit/map-canvas.tsx';
import { Section } from '../../ui/kit/section.tsx';
import { useClassName } from '../use-class-name.ts';
import { usePicture } from '../use-picture.ts';
import type { ScoresPicture, ScoresRequest } from './probe.ts';

const MOST = 18;

type Cell = NonNullable<ScoresRequest['cell']>;

/** Which classes are taken for which, how well each is found, and the worst mistakes. */
export function ScoresView() {
  const { t } = useTranslation();
  const [chosen, setCell] = useState<Cell>();
  const classes = useCompilation(({ source }) => source?.spec.target);
  const count = classes?.type === 'classes' ? classes.count : 0;
  // A cell of other data is none.
  const cell = chosen && Math.max(...chosen) < count ? chosen : undefined;
  const key = cell?.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `cell`
  const request = useMemo<ScoresRequest>(() => ({ cell, most: MOST }), [key]);
  const picture = usePicture<ScoresPicture>('scores', request);
  const ready = useRun((run) => run.ready);
  if (!picture || !ready) return null;
  const right = rightOf(picture);
  return (
    <Section
      title={t('scores.title')}
      remark={t(picture.part === 'test' ? 'scores.onTest' : 'scores.onTrain', {
        share: formatShare(right / picture.rows),
        count: formatCount(picture.rows),
      })}
    >
      <Matrix picture={picture} chosen={cell} onChoose={setCell} />
      <Listed picture={picture} cell={cell} onAll={() => setCell(undefined)} />
    </Section>
  );
}

const rightOf = ({ matrix, classes }: ScoresPicture): number =>
  Array.from({ length: classes }, (_, i) => matrix[i * classes + i] ?? 0).reduce(
    (a, b) => a + b,
    0,
  );

function Matrix({
  picture,
  chosen,
  onChoose,
}: {
  picture: ScoresPicture;
  chosen: Cell | undefined;
  onChoose: (cell: Cell) => void;
}) {
  const { t } = useTranslation();
  const nameOf = useClassName();
  const { classes, matrix } = picture;
  const all = Array.from({ length: classes }, (_, i) => i);
  const at = (label: number, prediction: number): number =>
    matrix[label * classes + prediction] ?? 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key
    <section className="max-h-[26rem] overflow-auto" aria-label={t('scores.matrix')} tabIndex={0}>
      <table className="num w-full border-separate border-spacing-0 text-right text-[13px]">
        <caption className="pb-1 text-left font-sans text-ink-3">{t('scores.axes')}</caption>
        <thead className="text-ink-3">
          <tr>
            <th />
            {all.map((cls) => (
              <th key={cls} className="px-0.5 font-normal" title={nameOf(cls)}>
                {nameOf(cls).slice(0, 4)}
              </th>
            ))}
            <th className="pl-1.5 font-normal" title={t('scores.recallHelp')}>
              {t('scores.recall')}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((label) => {
            const row = all.reduce((sum, cls) => sum + at(label, cls), 0);
            return (
              <tr key={label}>
                <th className="pr-1 font-normal text-ink-3">{nameOf(label).slice(0, 6)}</th>
                {all.map((cls) => (
                  <td key={cls} className="p-0">
                    <button
                      type="button"
                      aria-pressed={chosen?.[0] === label && chosen[1] === cls}
                      aria-label={t('scores.cell', {
                        count: at(label, cls),
                        label: nameOf(label),
                        prediction: nameOf(cls),
                      })}
                      data-cell={`${label} ${cls}`}
                      onClick={() => onChoose([label, cls])}
                      disabled={at(label, cls) === 0}
                      className="h-6 w-full min-w-5 rounded-sm px-0.5 text-right enabled:hover:ring-1 enabled:hover:ring-accent aria-pressed:ring-2 aria-pressed:ring-accent"
                      style={{ background: shade(at(label, cls), row, label === cls) }}
                    >
                      {at(label, cls) || ''}
                    </button>
                  </td>
                ))}
                <td className="pl-1.5 text-ink-2">{percent(at(label, label), row)}</td>
              </tr>
            );
          })}
          <tr className="text-ink-2">
            <th className="pr-1 font-normal text-ink-3" title={t('scores.precisionHelp')}>
              {t('scores.precision')}
            </th>
            {all.map((cls) => (
              <td key={cls} className="px-0.5 pt-1">
                {percent(
                  at(cls, cls),
                  all.reduce((sum, label) => sum + at(label, cls), 0),
                )}
              </td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

const percent = (part: number, whole: number): string =>
  whole > 0 ? String(Math.round((100 * part) / whole)) : '–';

/** Blue where it is right, orange where it is not, by the share of the row. */
function shade(count: number, row: number, right: boolean): string {
  if (count === 0 || row === 0) return 'transparent';
  const strength = Math.round(100 * (right ? 0.4 : 0.9) * Math.max(0.15, count / row) ** 0.5);
  return `color-mix(in oklab, var(${right ? '--pos' : '--neg'}) ${Math.min(60, strength)}%, transparent)`;
}

/** Images behind a cell, or the worst mistakes; one press traces one through the network. */
function Listed({
  picture,
  cell,
  onAll,
}: {
  picture: ScoresPicture;
  cell: Cell | undefined;
  onAll: () => void;
}) {
  const { t } = useTranslation();
  const { views } = useStores();
  const nameOf = useClassName();
  const { listed, images, part } = picture;
  const [height = 1, width = 1, channels = 1] = images.shape;
  const size = height * width * channels;
  const reach = images.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const title = cell
    ? t('scores.listed', { label: nameOf(cell[0]), prediction: nameOf(cell[1]) })
    : t('scores.worst');
  return (
    <div className="mt-2">
      <p className="flex items-baseline justify-between text-[13px] text-ink-2">
        {title}
        {cell ? (
          <Button look="link" onClick={onAll}>
            {t('scores.all')}
          </Button>
        ) : null}
      </p>
      {listed.length === 0 ? <p className="text-ink-3">{t('scores.none')}</p> : null}
      <ul className="mt-1 grid grid-cols-6 gap-1.5">
        {listed.map(({ index, label, prediction, loss }, i) => (
          <li key={index}>
            <button
              type="button"
              title={t('scores.trace', { loss: formatFigure(loss) })}
              data-sample={index}
              onClick={() => views.getState().set({ sample: { type: 'row', part, index } })}
              className="block w-full rounded-md text-center hover:ring-2 hover:ring-accent"
            >
              <MapCanvas
                map={{
                  height,
                  width,
                  values: images.values,
                  stride: channels,
                  offset: i * size,
                  colours: channels === 3,
                }}
                reach={reach}
                label={t('scores.sample', { label: nameOf(label), prediction: nameOf(prediction) })}
              />
              <span className="num block truncate text-[13px] text-ink-2">
                {nameOf(label)}
                {label === prediction ? '' : ` → ${nameOf(prediction)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
