import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores, useView } from '../../state/stores.ts';
import type { Notice } from '../../state/view-store.ts';
import { Button, IconButton } from '../kit/button.tsx';

/** How long a message that only informs stays, in ms. */
const STAY = 6000;

/** Messages to the person. What went wrong stays until it is dismissed. */
export function Notices() {
  const notices = useView((view) => view.notices);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed top-14 left-1/2 z-50 flex w-[min(34rem,92vw)] -translate-x-1/2 flex-col gap-2"
    >
      {notices.map((notice) => (
        <Message key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function Message({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const { views } = useStores();
  const { id, tone, text, action, stays = false } = notice;
  useEffect(() => {
    if (tone !== 'info' || stays) return;
    const timer = setTimeout(() => views.getState().dismiss(id), STAY);
    return () => clearTimeout(timer);
  }, [id, tone, stays, views]);
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={`pointer-events-auto flex items-start gap-3 rounded-card border bg-surface py-2 pr-2 pl-3.5 shadow-card ${
        tone === 'bad' ? 'border-bad' : 'border-line'
      }`}
    >
      <p className="flex-1 py-1.5">
        {text}{' '}
        {action ? (
          <Button look="link" onClick={action.run}>
            {action.label}
          </Button>
        ) : null}
      </p>
      <IconButton label={t('common.dismiss')} onClick={() => views.getState().dismiss(id)}>
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  );
}
