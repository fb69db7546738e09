import type { ReactNode } from 'react';

/** A key as it stands on the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="num shrink-0 rounded border border-line bg-surface-2 px-1.5 text-[13px] whitespace-nowrap text-ink-2">
      {children}
    </kbd>
  );
}
