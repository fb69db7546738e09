import { X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStores, useView } from '../../state/stores.ts';
import { hasWindow, type Notice } from '../../state/view-store.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { handOn, keepOrigin } from './hand-on.ts';
import { goes, placeNotices } from './place-notices.ts';

/** How long a message that only informs stays, in ms. */
const STAY = 6000;

/** Messages that go by themselves, and those of the window that is open: they lie over the page. */
export function Notices() {
  const { over } = usePlaced();
  const windowOpen = useView(hasWindow);
  const middle = useCanvasMiddle(over.length > 0 && !windowOpen);
  return (
    <div
      className="pointer-events-none fixed top-14 left-1/2 z-60 w-[min(34rem,92vw)] -translate-x-1/2"
      style={middle}
    >
      <Messages notices={over} />
    </div>
  );
}

/** What went wrong, what offers a way back and what is read at leisure: it stays, above the canvas, until it is dismissed. */
export function StandingNotices() {
  const { standing } = usePlaced();
  return (
    <div
      className={
        standing.length === 0
          ? ''
          : 'max-h-[34dvh] overflow-y-auto border-b border-line bg-surface px-3 py-2'
      }
    >
      <Messages notices={standing} />
    </div>
  );
}

/** Where what is about the canvas is centred, in pixels of the window; nothing where it is over a window. */
function useCanvasMiddle(wanted: boolean): { left: number; maxWidth: number } | undefined {
  const [place, setPlace] = useState<{ left: number; maxWidth: number }>();
  useLayoutEffect(() => {
    const canvas = wanted ? document.querySelector('main') : null;
    if (!canvas) {
      setPlace(undefined);
      return;
    }
    const measure = (): void => {
      const { left, width } = canvas.getBoundingClientRect();
      setPlace({ left: left + width / 2, maxWidth: width });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(canvas);
    return () => observer.disconnect();
  }, [wanted]);
  return place;
}

function usePlaced() {
  const notices = useView((view) => view.notices);
  const windowOpen = useView(hasWindow);
  return placeNotices(notices, windowOpen);
}

/** Each is heard once: what went wrong as an alarm, the others in the place that is listened to. */
function Messages({ notices }: { notices: readonly Notice[] }) {
  const listed = (tone: Notice['tone']) =>
    notices
      .filter((notice) => notice.tone === tone)
      .map((notice) => <Message key={notice.id} notice={notice} />);
  return (
    <div className="flex flex-col">
      {listed('bad')}
      <div role="status" aria-live="polite" aria-atomic="false" className="flex flex-col">
        {listed('info')}
      </div>
    </div>
  );
}

function Message({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const { views } = useStores();
  const { id, tone, text, action } = notice;
  const message = useRef<HTMLDivElement>(null);
  const isBrief = goes(notice);
  const dismiss = (): void => {
    if (message.current) handOn(message.current);
    views.getState().dismiss(id);
  };
  useEffect(() => {
    if (!isBrief) return;
    const timer = setInterval(() => {
      // What is pointed at or has the focus is being read.
      if (message.current?.matches(':hover, :focus-within')) return;
      views.getState().dismiss(id);
    }, STAY);
    return () => clearInterval(timer);
  }, [id, isBrief, views]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps in mind where the focus comes from
    <div
      ref={message}
      onFocus={({ currentTarget, relatedTarget }) => keepOrigin(currentTarget, relatedTarget)}
      {...(tone === 'bad' ? { role: 'alert' } : {})}
      data-notice={tone}
      className={`pointer-events-auto not-first:mt-2 flex items-start gap-3 rounded-card border bg-surface py-2 pr-2 pl-3.5 shadow-card ${
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
