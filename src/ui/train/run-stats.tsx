import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun } from '../../state/stores.ts';
import { formatCount, formatFigure, formatShare } from '../kit/format.ts';

/**
 * Step, epoch, loss and accuracy. Each has room for its longest value, so nothing shifts, and none is narrower
 * than what it says. `brief` leaves out what the network does on test data.
 */
export function RunStats({
  row,
  brief,
}: {
  row: RefObject<HTMLDivElement | null>;
  brief: boolean;
}) {
  const { t } = useTranslation();
  const frame = useRun((run) => run.frame);
  const ready = useRun((run) => run.ready);
  const train = ready ? frame?.train : undefined;
  const test = ready && !brief ? frame?.test : undefined;
  const isRegression = train?.meanAbsoluteError !== undefined;
  const measure = isRegression
    ? formatFigure(train.meanAbsoluteError)
    : train?.accuracy === undefined
      ? '–'
      : formatShare(train.accuracy);
  // Of a large set a sample was measured, perhaps some updates ago.
  const of = train
    ? t('run.measured', { rows: formatCount(train.rows), step: formatCount(train.step) })
    : undefined;
  const testMeasure =
    test?.accuracy !== undefined
      ? formatShare(test.accuracy)
      : test?.meanAbsoluteError !== undefined
        ? formatFigure(test.meanAbsoluteError)
        : undefined;
  return (
    <div
      ref={row}
      data-tour="figures"
      className="ml-1 flex min-w-0 items-center gap-3 overflow-hidden rounded-lg max-[769px]:flex-1 max-[769px]:justify-between max-[769px]:gap-1.5"
    >
      <Stat
        name={t('run.stepCount')}
        value={formatCount(frame?.step ?? 0)}
        width="min-[769px]:min-w-[5.4rem]"
        id="step"
      />
      <Stat
        name={t('run.epochCount')}
        value={formatCount(frame?.epoch ?? 0)}
        width="min-w-[4.6rem] hidden 2xl:block"
        id="epoch"
      />
      <Stat
        name={t('run.loss')}
        title={of}
        value={train ? formatFigure(train.loss) : '–'}
        width="min-[769px]:min-w-[5.4rem]"
        id="loss"
        {...(test ? { below: t('run.test', { value: formatFigure(test.loss) }) } : {})}
      />
      <Stat
        name={isRegression ? t('run.error') : t('run.accuracy')}
        title={of}
        value={measure}
        width="min-[769px]:min-w-[4.6rem]"
        id="accuracy"
        {...(testMeasure ? { below: t('run.test', { value: testMeasure }) } : {})}
      />
    </div>
  );
}

function Stat({
  name,
  value,
  below,
  title,
  width,
  id,
}: {
  name: string;
  value: string;
  below?: string;
  title?: string | undefined;
  width: string;
  id: string;
}) {
  return (
    <div className={`shrink-0 leading-tight ${width}`} data-stat={id} title={title}>
      <span className="block text-[13px] whitespace-nowrap text-ink-3">{name}</span>
      <b
        className="num block text-[16px] max-[480px]:text-[14px] font-semibold tracking-tight whitespace-nowrap"
        data-value
      >
        {value}
      </b>
      {below ? (
        <span className="num block text-[13px] whitespace-nowrap text-ink-3">{below}</span>
      ) : null}
    </div>
  );
}
