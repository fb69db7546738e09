import { type ReactNode, useEffect, useRef } from 'react';

/** A small panel above the bottom bar, or below the top one: Escape or a press elsewhere on the page closes it. */
export function Sheet({
  label,
  align = 'left',
  place = 'above',
  onClose,
  children,
}: {
  label: string;
  /** Which of its edges stands at what it belongs to, on a wide screen; `end` is the end of the bar. */
  align?: 'left' | 'right' | 'end';
  /** Above what it belongs to, in a bar at the bottom, or below it. */
  place?: 'above' | 'below';
  onClose: () => void;
  children: ReactNode;
}) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    sheet.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const press = (event: PointerEvent): void => {
      const inside =
        event.target instanceof Node && sheet.current?.parentElement?.contains(event.target);
      if (!inside) onClose();
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    addEventListener('pointerdown', press);
    addEventListener('keydown', key);
    return () => {
      removeEventListener('pointerdown', press);
      removeEventListener('keydown', key);
    };
  }, [onClose]);
  return (
    <div
      ref={sheet}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={`absolute ${place === 'above' ? 'bottom-[calc(100%+10px)]' : 'top-[calc(100%+6px)]'} z-40 max-h-[calc(100dvh-9rem)] w-96 max-w-[90vw] overflow-y-auto rounded-card border border-line bg-surface p-3.5 shadow-card ${align === 'end' ? 'right-2' : align === 'right' ? 'left-0 xl:right-0 xl:left-auto' : 'left-0'}`}
    >
      {children}
    </div>
  );
}
