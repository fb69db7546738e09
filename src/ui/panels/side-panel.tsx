import type { ReactNode } from 'react';
import { useNarrow } from '../kit/use-narrow.ts';
import { PanelSheet } from './panel-sheet.tsx';

/** A panel beside the canvas; on a narrow page a sheet over it. */
export function SidePanel({
  side,
  label,
  open,
  onClose,
  children,
}: {
  side: 'left' | 'right';
  label: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const narrow = useNarrow();
  if (!open) return <span />;
  if (narrow) {
    return (
      <>
        <span />
        <PanelSheet side={side} label={label} onClose={onClose}>
          {children}
        </PanelSheet>
      </>
    );
  }
  const look =
    side === 'left' ? 'w-[216px] border-r xl:w-[252px]' : 'w-[320px] border-l xl:w-[372px]';
  return (
    <aside aria-label={label} data-panel className={`min-h-0 border-line bg-surface ${look}`}>
      {children}
    </aside>
  );
}
