import { Check, Circle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../i18n/use-words.ts';
import { type Claim, type FactRef, printFact, type Value } from '../../lessons/condition.ts';
import { lookupIn, titleOf, wordOf } from '../../state/ask-facts.ts';
import { progressOf } from '../../state/lesson-store.ts';
import { useStudy } from '../../state/stores.ts';
import { formatCount } from '../kit/format.ts';
import type { Standing } from './use-standing.ts';

const signs = { '=': '', '!=': '≠ ', '<': '< ', '<=': '≤ ', '>': '> ', '>=': '≥ ', '~': '≈ ' };

const statuses = ['ready', 'running', 'paused', 'diverged', 'failed'] as const;
const isStatus = (value: string): value is (typeof statuses)[number] =>
  (statuses as readonly string[]).includes(value);

/** What a card still waits for, with the figures; or that it is done, which it stays. */
export function StillMissing({
  lesson,
  index,
  standing,
}: {
  lesson: string;
  index: number;
  standing: Standing;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const done = useStudy((study) => progressOf(study, lesson).done.includes(index));
  const { world, missing } = standing;

  const show = (fact: FactRef, value: Value | undefined): string => {
    if (value === undefined) return t('card.unknown');
    if (typeof value === 'boolean') return t(value ? 'card.yes' : 'card.no');
    if (typeof value === 'string') {
      return isStatus(value) ? t(`card.status.${value}`) : words(wordOf(fact, value, world));
    }
    return Number.isInteger(value) ? formatCount(value) : String(Number(value.toPrecision(4)));
  };
  const far = (claim: Claim): string | undefined => {
    const now = lookupIn(world)(claim.fact);
    if (claim.type === 'fact') return undefined;
    const wanted = show(claim.fact, claim.value);
    if (claim.operator === '>=') return t('card.of', { now: show(claim.fact, now), wanted });
    return t('card.from', {
      now: show(claim.fact, now),
      wanted: `${signs[claim.operator]}${wanted}`,
    });
  };

  if (done) {
    return (
      <p className="flex items-center gap-1.5 font-semibold text-ok" data-card-done>
        <Check size={16} aria-hidden />
        {t('card.done')}
      </p>
    );
  }
  return (
    <div className="w-full" data-card-missing>
      <p className="mb-1 text-[13px] text-ink-3">{t('card.missing')}</p>
      <ul className="flex flex-col gap-1">
        {missing.map((claim) => (
          <li key={printFact(claim.fact)} className="flex items-baseline gap-2">
            <Circle size={10} className="shrink-0 text-ink-3" aria-hidden />
            <span>
              {words(titleOf(claim.fact, world))}{' '}
              <span className="num whitespace-nowrap">{far(claim)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
