import { Ellipsis } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import { IconButton } from './button.tsx';
import { Sheet } from './sheet.tsx';
import { useNarrow } from './use-narrow.ts';

/** Tools that stand in a bar where there is room, and behind one button, with their names, where there is none. */
export function Fold({
  label,
  place,
  holds,
  children,
}: {
  label: string;
  /** Names of the controls in it, by which a lesson points at them. */
  holds: string;
  place: 'above' | 'below';
  children: ReactNode;
}) {
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  if (!narrow) return children;
  return (
    <span className="inline-flex shrink-0">
      <IconButton
        label={label}
        data-folds={holds}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => setOpen(!open)}
      >
        <Ellipsis size={18} aria-hidden />
      </IconButton>
      {open ? (
        <Sheet label={label} align="end" place={place} onClose={close}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the press is the tool's own, with keys too */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key presses the tool, and that is a click */}
          <div
            className="fold-list"
            onClick={(event) => {
              if (event.target instanceof Element && event.target.closest('button')) close();
            }}
          >
            {children}
          </div>
        </Sheet>
      ) : null}
    </span>
  );
}
