import { Keyboard, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { Button } from '../kit/button.tsx';
import type { CardAction } from './use-card-action.ts';
import { useStageKeys } from './use-stage-keys.ts';
import type { Steps } from './use-steps.ts';

/** Lecturer's mode in one line: what each of the three keys does now, and the way out. */
export function StageBar({ steps, action }: { steps: Steps; action: CardAction }) {
  const { t } = useTranslation();
  const { study } = useStores();
  const { set } = study.getState();
  useStageKeys(steps, action);
  return (
    <div
      role="toolbar"
      aria-label={t('stage.bar')}
      className="flex shrink-0 items-center gap-4 border-t border-line px-4 py-1 text-[13px] text-ink-2"
    >
      <Key name="←">{t('card.back')}</Key>
      <Key name="→">{t('card.next')}</Key>
      <button
        type="button"
        onClick={action.run}
        data-stage-action={action.name}
        className="rounded font-semibold text-accent"
      >
        <Key name="Space">{t(`stage.${action.name}`)}</Key>
      </button>
      <span className="flex-1" />
      <Button onClick={() => set({ keysOpen: true })}>
        <Keyboard size={14} aria-hidden />
        {t('stage.keys')} <kbd className="num">?</kbd>
      </Button>
      <Button onClick={() => set({ presenting: false })}>
        <X size={14} aria-hidden />
        {t('stage.leave')} <kbd className="num">Esc</kbd>
      </Button>
    </div>
  );
}

const Key = ({ name, children }: { name: string; children: string }) => (
  <span className="flex items-center gap-1.5 whitespace-nowrap">
    <kbd className="num rounded border border-line bg-surface-2 px-1.5">{name}</kbd>
    {children}
  </span>
);
