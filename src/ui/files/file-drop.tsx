import { type ReactNode, useEffect } from 'react';
import { useFiles } from './use-files.ts';

/** Opens a file that is dropped anywhere on the page. */
export function FileDrop({ children }: { children: ReactNode }) {
  const { read } = useFiles();
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      void read(file);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, [read]);
  return children;
}
