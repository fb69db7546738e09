import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores, useView } from '../../state/stores.ts';
import type { Notice } from '../../state/view-store.ts';
import { Button, IconButton } from '../kit/button.tsx';

/** How long a message that only informs stays, in ms. */
const STAY = 6000;

/**
 * Messages to the person. What went wrong, and what offers a way back, stays until it is dismissed. Each is
 * heard once: what went wrong as an alarm, the others in the one place that is listened to.
 */
export function Notices() {
  const notices = useView((view) => view.notices);
  const listed = (tone: Notice['tone']) =>
    notices
      .filter((notice) => notice.tone === tone)
      .map((notice) => <Message key={notice.id} notice={notice} />);
  return (
    <div className="pointer-events-none fixed top-14 left-1/2 z-50 flex w-[min(34rem,92vw)] -translate-x-1/2 flex-col gap-2">
      {listed('bad')}
      <div role="status" aria-live="polite" aria-atomic="false" className="flex flex-col gap-2">
        {listed('info')}
      </div>
    </div>
  );
}

function Message({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const { views } = useStores();
  const { id, tone, text, action, stays = false } = notice;
  const message = useRef<HTMLDivElement>(null);
  const goes = tone === 'info' && !stays && !action;
  const dismiss = (): void => views.getState().dismiss(id);
  useEffect(() => {
    if (!goes) return;
    const timer = setInterval(() => {
      // What is pointed at or has the focus is being read.
      if (message.current?.matches(':hover, :focus-within')) return;
      views.getState().dismiss(id);
    }, STAY);
    return () => clearInterval(timer);
  }, [id, goes, views]);
  return (
    <div
      ref={message}
      {...(tone === 'bad' ? { role: 'alert' } : {})}
      data-notice={tone}
      className={`pointer-events-auto flex items-start gap-3 rounded-card border bg-surface py-2 pr-2 pl-3.5 shadow-card ${
        tone === 'bad' ? 'border-bad' : 'border-line'
      }`}
    >
      <p className="flex-1 py-1.5">
        {text}{' '}
        {action ? (
          <Button
            look="link"
            onClick={() => {
              // What is offered is done; what went wrong may still be so.
              if (tone === 'info') dismiss();
              action.run();
            }}
          >
            {action.label}
          </Button>
        ) : null}
      </p>
      <IconButton label={t('common.dismiss')} onClick={dismiss}>
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  );
}
