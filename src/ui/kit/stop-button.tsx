import type { ReactNode } from 'react';
import { Button } from './button.tsx';

/** Stops what the button in its place has begun, which a double click on that one does not do at once. */
export function StopButton({ onStop, children }: { onStop: () => void; children: ReactNode }) {
  return (
    <Button
      look="outline"
      onClick={({ detail }) => {
        if (detail < 2) onStop();
      }}
    >
      {children}
    </Button>
  );
}
