import { type ReactNode, useEffect, useRef } from 'react';

/** A small panel above the bottom bar: Escape or a press elsewhere on the page closes it. */
export function Sheet({
  label,
  align = 'left',
  onClose,
  children,
}: {
  label: string;
  /** Which of its edges stands at what it belongs to, on a wide screen. */
  align?: 'left' | 'right';
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
      className={`absolute bottom-[calc(100%+10px)] z-40 max-h-[calc(100dvh-9rem)] w-96 max-w-[90vw] overflow-y-auto rounded-card border border-line bg-surface p-3.5 shadow-card ${align === 'right' ? 'left-0 xl:right-0 xl:left-auto' : 'left-0'}`}
    >
      {children}
    </div>
  );
}
