import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Advice } from '../../state/advice/advice-store.ts';
import { advise } from '../../state/advice/advise.ts';
import { useAdvice, useStores } from '../../state/stores.ts';
import { useAdviceText } from '../../visualisations/advice/use-advice-text.ts';

/** Lets rules watch every run of the page, and says what they find, once, for those who do not see it. */
export function AdviceWatch() {
  const { t } = useTranslation();
  const stores = useStores();
  const { tell } = useAdviceText();
  useEffect(() => advise(stores), [stores]);
  const [all, aside] = useAdvice(({ advice, putAside }) => [advice, putAside] as const);
  const said = useRef(new WeakSet<Advice>());
  useEffect(() => {
    const fresh = all.filter((each) => !said.current.has(each) && !aside.includes(each.id));
    for (const each of all) said.current.add(each);
    const text = fresh.map((each) => t('advice.spoken', { ...tell(each) })).join(' ');
    if (text) stores.views.getState().set({ said: { text } });
  }, [all, aside, stores, t, tell]);
  return null;
}
