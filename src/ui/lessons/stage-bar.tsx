import { Keyboard, X } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../../state/stores.ts';
import { IconButton } from '../kit/button.tsx';
import type { CardAction } from './use-card-action.ts';
import { useStageKeys } from './use-stage-keys.ts';
import type { Steps } from './use-steps.ts';

/** Lecturer's mode in one line: what each of the three keys does now, all keys, and the way out. */
export function StageBar({
  steps,
  action,
  text,
}: {
  steps: Steps;
  action: CardAction;
  text: RefObject<HTMLElement | null>;
}) {
  const { t } = useTranslation();
  const { study, views } = useStores();
  const { set } = study.getState();
  const { next, back } = useStageKeys(steps, action, text);
  return (
    <div
      role="toolbar"
      aria-label={t('stage.bar')}
      className="flex shrink-0 items-center gap-0.5 text-[13px]"
    >
      <Key name="←" onPress={back} step="back">
        {t('card.back')}
      </Key>
      <Key name="→" onPress={next} step="next">
        {t('card.next')}
      </Key>
      {action.name === 'none' ? null : (
        <Key name={t('stage.space')} onPress={action.run} action={action.name}>
          {t(`stage.${action.name}`)}
        </Key>
      )}
      <IconButton label={t('keys.title')} onClick={() => views.getState().set({ dialog: 'keys' })}>
        <Keyboard size={15} aria-hidden />
      </IconButton>
      <IconButton label={t('stage.leave')} onClick={() => set({ presenting: false })}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

function Key({
  name,
  onPress,
  step,
  action,
  children,
}: {
  name: string;
  onPress: () => void;
  step?: 'next' | 'back';
  action?: CardAction['name'];
  children: string;
}) {
  return (
    <button
      type="button"
      onClick={onPress}
      data-card-step={step}
      data-stage-action={action}
      className={`flex h-8 items-center gap-1.5 rounded-lg px-1.5 whitespace-nowrap hover:bg-surface-2 ${
        action ? 'font-semibold text-accent' : 'text-ink-2'
      }`}
    >
      <kbd className="num rounded border border-line bg-surface-2 px-1.5 text-ink-2">{name}</kbd>
      {children}
    </button>
  );
}
