import { Lightbulb, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Advice } from '../../state/advice/advice-store.ts';
import { followAdvice } from '../../state/advice/follow-advice.ts';
import { useAdvice, useDocument, useStores } from '../../state/stores.ts';
import { IconButton } from '../../ui/kit/button.tsx';
import { focusSoon } from '../../ui/kit/focus-soon.ts';
import { formatCount } from '../../ui/kit/format.ts';
import { useAdviceText } from './use-advice-text.ts';

/** What the run suggests to try, with its evidence; what was put aside waits below. */
export function AdviceView() {
  const { t } = useTranslation();
  const [all, aside] = useAdvice(({ advice, putAside }) => [advice, putAside] as const);
  const [open, setOpen] = useState(false);
  if (all.length === 0) return null;
  const shown = all.filter(({ id }) => !aside.includes(id));
  const later = all.filter(({ id }) => aside.includes(id));
  return (
    <section aria-label={t('advice.heading')} className="border-t border-line px-3.5 py-2.5">
      <h2
        data-advice-heading
        tabIndex={-1}
        className="mb-1.5 flex items-center gap-1.5 rounded font-semibold"
      >
        <Lightbulb size={16} aria-hidden className="text-warn" />
        {t('advice.heading')}
      </h2>
      <ul className="flex flex-col gap-2">
        {shown.map((advice) => (
          <Card key={advice.id} advice={advice} />
        ))}
      </ul>
      {later.length > 0 ? (
        <>
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="mt-1.5 rounded text-[13px] text-ink-2 hover:text-accent pointer-coarse:min-h-11"
          >
            {t('advice.later', { count: later.length })}
          </button>
          {open ? (
            <ul className="mt-1.5 flex flex-col gap-2">
              {later.map((advice) => (
                <Card key={advice.id} advice={advice} aside />
              ))}
            </ul>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

function Card({ advice, aside = false }: { advice: Advice; aside?: boolean }) {
  const { t } = useTranslation();
  const stores = useStores();
  const { tell, nameChange } = useAdviceText();
  const locked = useDocument((state) => state.locked);
  const { id, change, step } = advice;
  const { title, text } = tell(advice);
  // While the network is locked, training settings still can be changed.
  const isOpen = change?.commands.every(({ type }) => type === 'setTraining') || !locked;
  const { dismiss, bringBack } = stores.advice.getState();
  return (
    <li className="rounded-card border border-line bg-surface-2 py-2 pr-1.5 pl-3" data-advice={id}>
      <div className="flex items-start gap-2">
        <h3 className="flex-1 pt-1 font-semibold">{title}</h3>
        {aside ? null : (
          <IconButton label={t('advice.putAside', { title })} onClick={() => dismiss(id)}>
            <X size={15} aria-hidden />
          </IconButton>
        )}
      </div>
      <p className="pr-1.5 text-ink-2">
        {text}{' '}
        <span className="num text-[13px] whitespace-nowrap text-ink-3">
          {t('advice.found', { step: formatCount(step) })}
        </span>
      </p>
      {change && isOpen ? (
        <button
          type="button"
          data-advice-change
          onClick={() => {
            followAdvice(stores, advice);
            stores.views.getState().set({ said: { text: t('advice.changed') } });
            focusSoon(() => document.querySelector<HTMLElement>('[data-tour="train"]'));
          }}
          className="mt-1 block rounded text-left font-semibold text-accent hover:underline pointer-coarse:min-h-11"
        >
          {nameChange(change)}
        </button>
      ) : null}
      {change && !isOpen ? (
        <p className="mt-1 text-[13px] text-ink-3">{t('advice.locked')}</p>
      ) : null}
      {aside ? (
        <button
          type="button"
          onClick={() => bringBack(id)}
          aria-label={t('advice.bringBack', { title })}
          className="mt-1 block rounded text-[13px] text-ink-2 hover:text-accent pointer-coarse:min-h-11"
        >
          {t('advice.bringBackShort')}
        </button>
      ) : null}
    </li>
  );
}
