import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../state/stores.ts';
import { isWindowOpen } from '../kit/open-window.ts';
import { useSwipe } from './use-swipe.ts';

/** How far a finger may stray in a tap, in pixels. */
const TAP = 10;

/**
 * A panel over the canvas: at the bottom of a page held upright, at its side of one that lies. A swipe of
 * its handle, a tap on the canvas or Escape closes it. It makes way for a layer that is carried out of it.
 */
export function PanelSheet({
  side,
  label,
  onClose,
  children,
}: {
  side: 'left' | 'right';
  label: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const sheet = useRef<HTMLElement>(null);
  const away = useView((view) => view.carried !== undefined);
  const swipe = useSwipe(sheet, side, onClose);
  useFocusWithin(sheet);
  useEffect(() => {
    let from: PointerEvent | undefined;
    const down = (event: PointerEvent): void => {
      from = event;
    };
    const up = (event: PointerEvent): void => {
      const onCanvas =
        event.target instanceof Element && event.target.closest('[data-testid=canvas]');
      const stayed =
        from &&
        from.target === event.target &&
        Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < TAP;
      if (onCanvas && stayed) onClose();
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (!isWindowOpen('dialog', 'menu')) onClose();
    };
    addEventListener('pointerdown', down, true);
    addEventListener('pointerup', up, true);
    addEventListener('keydown', key);
    return () => {
      removeEventListener('pointerdown', down, true);
      removeEventListener('pointerup', up, true);
      removeEventListener('keydown', key);
    };
  }, [onClose]);
  return (
    <aside
      ref={sheet}
      aria-label={label}
      tabIndex={-1}
      data-panel
      data-side={side}
      data-away={away || undefined}
      className="panel-sheet flex flex-col border-line bg-surface shadow-card outline-none"
    >
      <button
        type="button"
        aria-label={t('small.close', { name: label })}
        onClick={onClose}
        className="-mb-2.5 grid h-11 w-full shrink-0 touch-none place-items-center"
        {...swipe}
      >
        <i aria-hidden="true" className="h-1 w-10 rounded-full bg-line-strong" />
      </button>
      <div className="min-h-0 flex-1">{children}</div>
    </aside>
  );
}

/** Takes the focus in, unless what is inside asked for it, and gives it back. */
function useFocusWithin(sheet: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const opener = document.activeElement;
    const { current } = sheet;
    if (!current?.contains(opener)) current?.focus({ preventScroll: true });
    return () => {
      const lost =
        document.activeElement === document.body || current?.contains(document.activeElement);
      if (lost && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, [sheet]);
}
