import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCompilation, useStores, useView } from '../../state/stores.ts';
import { formatFigure, formatShare } from '../../ui/kit/format.ts';
import { NumberInput } from '../../ui/kit/number-input.tsx';
import { FoldSection } from '../fold-section.tsx';
import { useClassName } from '../use-class-name.ts';
import { usePicture } from '../use-picture.ts';
import type { AskPicture, AskRequest } from './probe.ts';

/** More inputs than this are not typed. */
const MOST = 40;
const REACH = 1e12;

/** Inputs that a person types, and what the network makes of them. */
export function AskView() {
  const { t } = useTranslation();
  const source = useCompilation(({ ir }) => ir?.source);
  const inputs = source?.spec.input.length === 1 ? (source.spec.input[0] ?? 0) : 0;
  if (!source || inputs === 0 || inputs > MOST) return null;
  return (
    <FoldSection id="ask" title={t('ask.title')}>
      {() => <Ask />}
    </FoldSection>
  );
}

function Ask() {
  const { t } = useTranslation();
  const spec = useCompilation(({ ir }) => ir?.source.spec);
  const names = useMemo(() => {
    const [inputs = 0] = spec?.input ?? [];
    const nameOf = (i: number): string => `x${inputs > 1 ? i + 1 : ''}`;
    return Array.from({ length: inputs }, (_, i) => spec?.columns?.inputs[i]?.name ?? nameOf(i));
  }, [spec]);
  const { views } = useStores();
  const asked = useView((view) => view.asked);
  const row = useMemo(() => names.map((_, i) => asked[i] ?? 0), [names, asked]);
  const setRow = (next: readonly number[]): void => views.getState().set({ asked: next });
  const request = useMemo<AskRequest>(() => ({ rows: [row] }), [row]);
  const picture = usePicture<AskPicture>('ask', request);
  const answered = picture?.rows[0]?.join() === row.join() ? picture.answers[0] : undefined;
  return (
    <>
      <p className="text-[13px] text-ink-2">{t('ask.what')}</p>
      <div className="mt-1 flex flex-wrap gap-2">
        {names.map((name, i) => (
          <span key={name} className="flex items-center gap-1.5 text-[13px]">
            <span className="max-w-24 truncate text-ink-2" title={name}>
              {name}
            </span>
            <NumberInput
              label={name}
              value={row[i] ?? 0}
              min={-REACH}
              max={REACH}
              onChange={(value) => setRow(row.with(i, value))}
            />
          </span>
        ))}
      </div>
      <p className="mt-2 flex items-baseline gap-2" aria-live="polite">
        <span className="text-[13px] text-ink-3">{t('ask.answer')}</span>
        <span className="num text-lg font-semibold" data-testid="ask-answer">
          {answered ? <Answer values={answered} /> : '–'}
        </span>
      </p>
    </>
  );
}

/** Numbers as they are; a class with its share. */
function Answer({ values }: { values: readonly number[] }) {
  const target = useCompilation(({ ir }) => ir?.source.spec.target);
  const className = useClassName();
  if (target?.type !== 'classes') return values.map(exact).join(', ');
  const [only = 0] = values;
  const shares = values.length === 1 ? [1 - only, only] : values;
  const best = shares.indexOf(Math.max(...shares));
  const all = shares.map((share, cls) => `${className(cls)} ${formatShare(share)}`).join(', ');
  return (
    <span title={all}>
      {className(best)} · {formatShare(shares[best] ?? 0)}
    </span>
  );
}

/** As many places as a lecture prints. */
const exact = (value: number): string =>
  Math.abs(value) >= 1e6 || !Number.isFinite(value)
    ? formatFigure(value)
    : String(Number(value.toPrecision(7))).replaceAll('-', '−');
