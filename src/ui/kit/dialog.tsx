import { X } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { useFocusBack } from './use-focus-back.ts';

/** A window over the page that holds the focus until it is closed; there while it is rendered. */
export function Dialog({
  onClose,
  title,
  description,
  closeLabel,
  wide = false,
  children,
}: {
  onClose: () => void;
  title: string;
  description: string;
  closeLabel: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const opener = useFocusBack();
  return (
    <RadixDialog.Root open onOpenChange={(next) => !next && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <RadixDialog.Content
          // A message that lies over the window is answered without leaving it.
          onInteractOutside={(event) => {
            const target = event.detail.originalEvent.target;
            if (target instanceof Element && target.closest('[data-notice]'))
              event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            opener.giveBack();
          }}
          // Escape ends what is typed in such a field, and leaves the window.
          onEscapeKeyDown={(event) => {
            const isOwn =
              event.target instanceof Element && event.target.matches('[data-own-escape]');
            if (isOwn) event.preventDefault();
          }}
          className={`fixed top-1/2 left-1/2 z-50 max-h-[88vh] w-[94vw] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-2xl border border-line bg-surface p-6 shadow-card ${
            wide ? 'max-w-4xl' : 'max-w-lg'
          }`}
        >
          <div className="flex items-start justify-between gap-4">
            <div>
              <RadixDialog.Title className="text-lg font-semibold">{title}</RadixDialog.Title>
              <RadixDialog.Description className="mt-0.5 text-ink-2">
                {description}
              </RadixDialog.Description>
            </div>
            <RadixDialog.Close asChild>
              <IconButton label={closeLabel}>
                <X size={16} aria-hidden />
              </IconButton>
            </RadixDialog.Close>
          </div>
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
