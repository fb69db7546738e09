import { type ReactNode, useId } from 'react';

/** A control with its label before it and a message below it. `children` gets the ids to wire up. */
export function Field({
  label,
  message,
  children,
}: {
  label: string;
  message?: string | undefined;
  children: (ids: { id: string; describedBy: string | undefined }) => ReactNode;
}) {
  const id = useId();
  const messageId = `${id}-message`;
  return (
    <div className="py-1">
      <div className="flex min-h-8 items-center justify-between gap-3">
        <label htmlFor={id} className="text-ink-2">
          {label}
        </label>
        {children({ id, describedBy: message ? messageId : undefined })}
      </div>
      {message ? (
        <p id={messageId} role="alert" className="mt-0.5 text-right text-bad">
          {message}
        </p>
      ) : null}
    </div>
  );
}
